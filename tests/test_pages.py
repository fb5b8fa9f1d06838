"""Every page in fixtures/pages is read as the JSON beside it says. Add a page, not a test.

`NAME.json` holds what must come out: `kind`, and, where they matter, `site`, `layout`, `next_url`, `declared_here`,
`declared_total`, `problem` (the error's class) and `movies`. Of each movie the six default columns must be equal (a column
not named must be missing), and any other column that is named.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from moviescrape.movie import DEFAULT_COLUMNS, Movie
from moviescrape.pages.page import Page
from moviescrape.parse import parse_page
from support.paths import PAGES

EXPECTED = sorted(PAGES.rglob("*.json"))


def _said(movie: Movie, expected: dict[str, Any]) -> dict[str, Any]:
    columns = dict.fromkeys((*DEFAULT_COLUMNS, *expected))
    return {name: list(value) if isinstance(value := getattr(movie, name), tuple) else value for name in columns}


def _wanted(expected: dict[str, Any]) -> dict[str, Any]:
    return {**dict.fromkeys(DEFAULT_COLUMNS), "actors": [], **expected}


@pytest.mark.parametrize("file", EXPECTED, ids=lambda file: str(file.relative_to(PAGES).with_suffix("")))
def test_page(file: Path) -> None:
    expected = json.loads(file.read_text(encoding="utf-8"))
    page = next(path for path in (file.with_suffix(".html"), file.with_suffix(".htm")) if path.exists())
    parsed = parse_page(Page(page.read_bytes(), name=page.name))
    wanted = [_wanted(movie) for movie in expected.get("movies", [])]
    assert [_said(movie, each) for movie, each in zip(parsed.movies, expected.get("movies", []), strict=True)] == wanted
    assert parsed.kind == expected["kind"]
    assert (type(parsed.problem).__name__ if parsed.problem else None) == expected.get("problem")
    for name in ("site", "layout", "next_url", "declared_here", "declared_total"):
        if name in expected:
            assert getattr(parsed, name) == expected[name], name


def test_every_page_has_its_json() -> None:
    pages = {path.with_suffix("") for suffix in ("*.html", "*.htm") for path in PAGES.rglob(suffix)}
    assert pages == {path.with_suffix("") for path in EXPECTED}
    assert pages
