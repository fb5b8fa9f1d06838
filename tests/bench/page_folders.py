"""Pages for the benches: labelled ones of a folder, and HTML about other things out of installed documentation."""

import json
import random
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moviescrape.pages.page import Page

DOCUMENTATION = (Path("/usr/share/doc"), Path("/usr/share/gtk-doc/html"), Path(sysconfig.get_path("purelib")))
"""Where Debian's packages (python3-doc and debian-handbook are the largest) and Python's put their HTML."""


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A saved page and what it states: a list of movies, each an object with a `title`."""

    page: Page
    site: str
    movies: list[dict[str, Any]]
    beside: list[str]
    """Titles of films that stand on the page and are not its subject."""

    @property
    def titles(self) -> set[str]:
        """Return every spelling of the titles that stand on the page."""
        given = {text for movie in self.movies for text in (movie["title"], *_as_list(movie.get("title_alt"))) if text}
        return given | set(self.beside)


def labelled_pages(folder: Path) -> Iterator[LabelledPage]:
    """Yield the pages below a folder that have a NAME.truth.json beside them, and their site out of NAME.meta.json."""
    for file in sorted(folder.rglob("*.truth.json")):
        stem = file.name.removesuffix(".truth.json")
        truth, meta = (json.loads(file.with_name(f"{stem}.{kind}.json").read_text("utf-8")) for kind in ("truth", "meta"))
        beside = [film["title"] if isinstance(film, dict) else film for film in truth.get("also_on_page") or []]
        page = Page(file.with_name(f"{stem}.html").read_bytes(), name=str(file.with_name(stem)))
        yield LabelledPage(page, meta.get("site") or stem, truth["movies"], [title for title in beside if title])


def fixture_pages(folder: Path) -> Iterator[LabelledPage]:
    """Yield the project's own pages in a folder, each of a site of its own."""
    for file in sorted(folder.glob("*.json")):
        said, body = json.loads(file.read_text("utf-8")), file.with_suffix(".html").read_bytes()
        yield LabelledPage(Page(body, url=said.get("url"), name=str(file)), f"fixture {file.stem}", said.get("movies") or [], [])


def documentation_pages(number: int, seed: int = 1) -> list[Path]:
    """Return so many HTML files of installed documentation, picked at random; all of them where there are fewer."""
    files = sorted(path for folder in DOCUMENTATION if folder.is_dir() for path in folder.rglob("*.htm*") if path.is_file())
    return random.Random(seed).sample(files, min(number, len(files)))


def package_of(path: Path) -> str:
    """Return the package that a file of documentation belongs to."""
    folder = next(folder for folder in DOCUMENTATION if path.is_relative_to(folder))
    return path.relative_to(folder).parts[0]


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []
