"""`moviescrape explain`, as a person uses it."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from moviescrape.cli.app import app
from support.paths import PAGES

LIST = next((PAGES / "imdb").glob("*lister*.html"))


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], prog_name="moviescrape")


FIELDS = ("title", "rating", "year", "actors", "runtime", "url")


def test_one_movie_is_shown_and_the_others_are_summed_up() -> None:
    shown = _run("explain", LIST)
    assert shown.exit_code == 0, shown.output
    assert "site imdb" in shown.output
    assert "movie 1 of 2" in shown.output
    assert "movie 2 of" not in shown.output
    for field in FIELDS:
        assert f"  {field} " in shown.output
    assert re.search(r"^  runtime +1 of 2  by site 1$", shown.output, re.MULTILINE)


def test_all_movies() -> None:
    shown = _run("explain", LIST, "--all")
    assert re.findall(r"^movie (\d) of 2$", shown.output, re.MULTILINE) == ["1", "2"]


def test_json_says_the_same() -> None:
    explained = json.loads(_run("explain", LIST, "--json", "--all").stdout)
    assert (explained["site"], explained["movies_found"], len(explained["movies"])) == ("imdb", 2, 2)
    assert all(tuple(movie) == FIELDS for movie in explained["movies"])
    assert any("gap" in movie["runtime"] for movie in explained["movies"])


def test_a_value_is_never_cut_however_narrow_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    url = "https://www.imdb.com/title/tt9000101/"
    page = next((PAGES / "imdb").glob("search-lister.html"))
    assert f"  url       {url}\n" in _run("explain", page).stdout


def test_one_field_of_one_movie() -> None:
    shown = _run("explain", LIST, "--field", "runtime", "--movie", 2)
    assert "movie 2" in shown.output
    assert "movie 1" not in shown.output
    assert " rating " not in shown.output
    assert "span.runtime" in shown.output


def test_a_page_by_its_url_is_fetched() -> None:
    shown = _run("explain", "http://movies.localhost:8000/title/tt0000001/", "--field", "title")
    assert shown.exit_code == 0, shown.output
    assert "title, site" in shown.output


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("explain", "nothing.html"), 2, "nothing.html: no such file or folder"),
        (("explain", PAGES), 2, "not one page; name a URL or a saved page"),
        (("explain", LIST, "--field", "director"), 2, "director"),
        (("explain", "https://movies.example/"), 2, "--contact"),
    ],
)
def test_what_bad_input_gets(arguments: tuple[object, ...], status: int, said: str) -> None:
    shown = _run(*arguments)
    assert shown.exit_code == status, shown.output
    assert said in shown.stderr
    assert len(shown.stderr.splitlines()) == 1


def test_a_page_without_movies_is_said_to_be_one(tmp_path: Path) -> None:
    page = tmp_path / "about.html"
    page.write_text("<html><title>About us</title><p>We sell shoes.</p></html>", encoding="utf-8")
    shown = _run("explain", page)
    assert shown.exit_code == 4
    assert "about.html: not a page of movies" in shown.stderr


def test_a_movie_that_the_page_does_not_show() -> None:
    asked = _run("explain", LIST, "--movie", 999)
    assert (asked.exit_code, asked.stdout) == (2, "")
    assert "--movie" in asked.stderr


def test_selectors_can_be_tried() -> None:
    page = PAGES / "imdb" / "calendar-2017.html"
    shown = _run("explain", page, "--try", "title=li a", "--try", "year = li")
    assert shown.stdout.splitlines() == [
        "title = li a: 3 found, 3 read as title",
        "  Grey Harbour",
        "  2046",
        "  Salt Road",
        "year = li: 3 found, 3 read as year",
        "  2016                            from 'Grey Harbour (2016)'",
        "  2017                            from '2046 (2017 Documentary) (internet)'",
        "  2017                            from 'Salt Road (I) (2017)'",
    ]
    said = json.loads(_run("explain", page, "--try", "year=li", "--json").stdout)
    assert said["found"][0] == {"text": "Grey Harbour (2016)", "value": 2016}


@pytest.mark.parametrize(
    ("tried", "message"),
    [("title", "not FIELD=SELECTOR"), ("=a", "not FIELD=SELECTOR"), ("score=a", "no field is called"), ("title=a[", "no CSS")],
)
def test_what_cannot_be_tried_is_said(tried: str, message: str) -> None:
    result = _run("explain", PAGES / "imdb" / "calendar-2017.html", "--try", tried)
    assert result.exit_code == 2
    assert message in result.stderr


def test_of_many_the_first_are_shown() -> None:
    shown = _run("explain", LIST, "--try", "title=div")
    assert re.search(r"^  \.\.\. and [\d,]+ more$", shown.stdout, re.MULTILINE)
