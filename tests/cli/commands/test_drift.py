"""`moviescrape drift` on pages, folders, stores and archives: what changed, first, and the exit status."""

import json
from pathlib import Path

import pytest

from moviescrape.pages.page import Page
from moviescrape.pages.store import PageStore
from support.command_line import moviescrape
from support.paths import PAGES
from support.warc import write_archive

LIST = PAGES / "imdb" / "list-lister.html"
TITLE = PAGES / "imdb" / "title-2016.html"
URL = "https://www.imdb.com/list/ls000000001/"


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    """Floors of two layouts as they are today."""
    path = tmp_path / "floors.json"
    assert moviescrape("drift", LIST, TITLE, "--save", path).exit_code in (0, 3)
    return path


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A list whose running times are marked in another way than before."""
    page = tmp_path / "list.html"
    page.write_text(LIST.read_text(encoding="utf-8").replace('class="runtime"', 'class="duration"'), encoding="utf-8")
    return page


def test_pages_that_are_as_full_as_ever_have_not_changed(floors: Path) -> None:
    assert json.loads(floors.read_text(encoding="utf-8"))
    result = moviescrape("drift", LIST, TITLE, "--floors", floors)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.split()[:2] for line in result.stdout.splitlines()] == [["ok", "imdb/list-lister"], ["ok", "imdb/title-2016"]]


def test_what_changed_comes_first_in_one_line_with_the_selector_that_finds_nothing(floors: Path, changed: Path) -> None:
    result = moviescrape("drift", TITLE, changed, "--floors", floors)
    assert result.exit_code == 3
    first, second = result.stdout.splitlines()
    assert first.split()[:4] == ["CHANGED", "imdb/list-lister", "runtime", "0%,"]
    assert "span.runtime finds nothing" in first
    assert second.split()[:2] == ["ok", "imdb/title-2016"]


def test_a_page_store_and_an_archive_are_read(floors: Path, changed: Path, tmp_path: Path) -> None:
    store, archive = tmp_path / "pages.sqlite", tmp_path / "pages.warc.gz"
    with PageStore.open(store) as opened:
        opened.put(Page(changed.read_bytes(), url=URL, asked_url=URL))
    write_archive(archive, [(URL, changed.read_bytes())])
    for source in (store, archive, changed.parent):
        result = moviescrape("drift", source, "--floors", floors)
        assert result.exit_code == 3, result.output
        assert result.stdout.startswith("CHANGED")


def test_json_says_the_same(floors: Path, changed: Path) -> None:
    measured = json.loads(moviescrape("drift", changed, "--floors", floors, "--json").stdout)
    (layout,) = measured["layouts"]
    assert (measured["changed"], layout["layout"], layout["filled"]["runtime"]) == (True, "imdb/list-lister", 0)
    assert list(layout["below_floor"]) == ["runtime"]


def test_a_layout_without_floors_is_said_to_have_none(tmp_path: Path) -> None:
    (tmp_path / "none.json").write_text("{}", encoding="utf-8")
    result = moviescrape("drift", TITLE, "--floors", tmp_path / "none.json")
    assert (result.exit_code, result.stdout.split()[:2]) == (0, ["no", "floors"])


def test_pages_without_movies_are_nothing_to_compare(tmp_path: Path) -> None:
    (tmp_path / "about.html").write_text("<title>About us</title><p>We sell shoes.</p>", encoding="utf-8")
    result = moviescrape("drift", tmp_path)
    assert (result.exit_code, result.stderr.count("\n")) == (4, 1)
    assert "nothing to compare" in result.stderr


def test_a_page_that_cant_be_read_is_said_and_the_others_are_measured(floors: Path) -> None:
    (floors.parent / "empty.html").touch()
    result = moviescrape("drift", TITLE, floors.parent / "empty.html", "--floors", floors)
    assert result.exit_code == 3
    assert "empty.html: the file is empty" in result.stderr
    assert result.stdout.startswith("ok")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["nothing"], 2, "nothing: no such file or folder"),
        (["https://movies.example/"], 2, "only saved pages are read here"),
        ([LIST, "--floors", LIST], 4, "not a file of floors"),
        ([], 2, "PATH"),
    ],
)
def test_bad_input_gets_one_line(arguments: list[object], status: int, said: str) -> None:
    result = moviescrape("drift", *arguments)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (status, "", 1)
    assert said in result.stderr
