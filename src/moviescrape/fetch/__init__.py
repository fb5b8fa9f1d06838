"""PageRequest -> Page: robots.txt, pace, retries, guards, the page store. `fetcher.py` is the door, `lane.py` one host."""

from moviescrape.fetch.account import HostAccount
from moviescrape.fetch.fetcher import Fetcher, Plan
from moviescrape.fetch.log import RequestLog
from moviescrape.fetch.store import Failure, PageStore

__all__ = ["Failure", "Fetcher", "HostAccount", "PageStore", "Plan", "RequestLog"]
