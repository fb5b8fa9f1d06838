"""moviescrape: movie pages in, a clean typed table out."""

__version__ = "0.1.0"
