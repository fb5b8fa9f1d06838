"""Archives made of the practice site's pages, and pages that hang or crash their reader."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from moviescrape.practice import PUBLIC_ORIGIN, Catalogue, Pages
from support.warc import write_archive

Archive = Callable[..., Path]


@pytest.fixture(scope="session")
def title_pages() -> list[tuple[str, bytes]]:
    """Title pages of invented movies, with their addresses."""
    pages = Pages(Catalogue(movies=40, seed=5), layout="schema")
    return [(PUBLIC_ORIGIN + film.path, pages.page(film.path)) for film in pages.catalogue.movies]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Write pages, each with its address, into a gzipped WARC file."""

    def write(pages: Sequence[tuple[str, bytes]], name: str = "crawl.warc.gz") -> Path:
        return write_archive(tmp_path / name, pages)

    return write


@pytest.fixture
def poison() -> tuple[str, ...]:
    """A reader's program whose parser hangs, crashes or fails on pages that ask for it."""
    return (str(Path(__file__).parent / "poisonable_child.py"),)
