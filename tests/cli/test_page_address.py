"""`--url`: where a saved page is from, for pages that do not say it."""

from pathlib import Path

import pandas as pd
import pytest

from support.command_line import moviescrape

LIST = "<title>Programme</title><h1>Films</h1>" + "".join(
    f'<div class="film-card"><h3><a href="film/{n}">The Winter {n} Lake</a></h3><p>20{n}, {90 + n} min</p></div>'
    for n in range(10, 18)
)
URL = "https://kino.example/programme/"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "saved.html"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_links_are_resolved_against_it(page: Path) -> None:
    out = page.with_name("movies.csv")
    assert moviescrape("parse", page, "--url", URL, "--out", out).exit_code == 0
    assert pd.read_csv(out)["url"].tolist() == [f"{URL}film/{n}" for n in range(10, 18)]


def test_explain_takes_it_too(page: Path) -> None:
    assert f"{URL}film/10" in moviescrape("explain", page, "--url", URL, "--field", "url").output


def test_a_refusal_says_how_to_give_it(tmp_path: Path) -> None:
    page = tmp_path / "about.html"
    page.write_text("<title>About us</title><p>We like long walks.", encoding="utf-8")
    out = tmp_path / "movies.csv"
    assert "say with --url where it is from" in moviescrape("parse", page, "--out", out).output
    assert "--url" not in moviescrape("parse", page, "--url", "https://walks.example/", "--out", out).output


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (("--url", "kino.example"), "does not start with http"),
        (("second.html", "--url", URL), "an address is stated of one saved page"),
        ((".", "--url", URL), "an address is stated of one saved page"),
        (("--url", URL, "--workers", "2"), "an address is stated of one saved page"),
    ],
)
def test_it_is_for_one_page(page: Path, given: tuple[str, ...], message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(page.parent)
    Path("second.html").write_text(LIST, encoding="utf-8")
    sources = () if given[0] == "." else (page,)
    result = moviescrape("parse", *sources, *given, "--out", "movies.csv")
    assert result.exit_code == 2
    assert message in result.output
    assert not Path("movies.csv").exists()
