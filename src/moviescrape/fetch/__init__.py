"""PageRequest -> Page: robots.txt, pace, retries, guards. `fetcher` asks for many pages, `host` does what one host is owed."""
