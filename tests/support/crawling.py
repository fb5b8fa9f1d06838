"""A run over a site in a function, with a page store in memory, as `flow.run_job` does it over HTTP."""

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager

from moviescrape.movie import Movie
from moviescrape.pages.frontier import Frontier
from moviescrape.pages.page import Page, PageRequest
from moviescrape.pages.store import PageStore
from moviescrape.pipeline.crawl import Crawl
from moviescrape.pipeline.flow import Run
from moviescrape.pipeline.job import Job
from moviescrape.pipeline.reading import PageFetcher


class StoringFetcher:
    """Keeps what a site gives at once, as a fetcher does."""

    def __init__(self, site: PageFetcher, store: PageStore) -> None:
        self._site = site
        self._store = store

    def submit(self, request: PageRequest) -> Future[Page]:
        future = self._site.submit(request)
        if future.done() and not future.exception():
            self._store.put(future.result())
        return future


@contextmanager
def crawling(run: Run, job: Job, site: PageFetcher) -> Iterator[Crawl]:
    """Yield the crawl of a job."""
    with PageStore.in_memory() as store:
        store.begin_run()
        with run.crawl(job, StoringFetcher(site, store), Frontier(store)) as crawl:
            yield crawl


def movies_of(run: Run, job: Job, site: PageFetcher) -> list[Movie]:
    """Return the movies for the table."""
    with crawling(run, job, site) as crawl:
        return list(run.movies(job, crawl))
