"""Which pages to get: what a SOURCE is, the pages of files and folders, and how far a list is followed."""

from moviescrape.sources.classify import Source, SourceKind, classify, classify_saved
from moviescrape.sources.following import NO_LIMITS, Limits, Sighting, Stop, Trail, movies_before
from moviescrape.sources.saved import find_pages, read_page
from moviescrape.sources.urls import read_urls

__all__ = [
    "NO_LIMITS",
    "Limits",
    "Sighting",
    "Source",
    "SourceKind",
    "Stop",
    "Trail",
    "classify",
    "classify_saved",
    "find_pages",
    "movies_before",
    "read_page",
    "read_urls",
]
