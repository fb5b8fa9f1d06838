"""What a page is and where pages are kept: files, MHTML, WARC archives, the page store (SQLite)."""
