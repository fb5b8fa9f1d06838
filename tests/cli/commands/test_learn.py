"""`moviescrape learn`, as a person uses it who does not program."""

from pathlib import Path

import click
import pytest

from moviescrape.practice import START_PATH, PracticeSite
from support.command_line import Moviescrape
from support.learn_pages import FILMS, film_page
from support.site_files import cinema_page


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "now.html"
    path.write_bytes(film_page("cards"))
    return path


def test_a_page_becomes_a_site_file(moviescrape: Moviescrape, page: Path) -> None:
    result = moviescrape("learn", page)
    assert result.exit_code == 0, result.stderr
    assert "*  1    8 records  The Lamp Post | Northern Tide | Paper Moons" in result.stdout
    assert "columns of 8 records, each in div.card:" in result.stdout
    assert "8 movies, title 8, rating 8, year 8, actors 8, runtime 8, url 8" in result.stderr
    assert "kino.example.toml written" in result.stderr
    table = moviescrape("parse", page, "--site", "kino.example.toml", "--out", "-")
    assert len(table.stdout.splitlines()) == len(FILMS) + 1


def test_an_older_file_stays_unless_yes_is_said(moviescrape: Moviescrape, page: Path) -> None:
    Path("kino.toml").write_text("mine", encoding="utf-8")
    refused = moviescrape("learn", page, "--out", "kino.toml")
    assert (refused.exit_code, Path("kino.toml").read_text(encoding="utf-8")) == (2, "mine")
    assert "kino.toml: is there already; give --out another name, or --yes to write over it" in refused.stderr
    assert moviescrape("learn", page, "--out", "kino.toml", "--yes").exit_code == 0


def test_examples_and_corrections(moviescrape: Moviescrape, page: Path) -> None:
    page.write_bytes(cinema_page())
    said = ("--title", "Northern Tide", "--year", "1992", "--set", "rating=3.5", "--set", "runtime=92")
    assert moviescrape("learn", page, "--out", "kino.toml", *said).exit_code == 0
    table = moviescrape("parse", page, "--site", "kino.toml", "--columns", "title,rating,year,runtime", "--out", "-")
    assert table.stdout.splitlines()[2] == "Northern Tide,7.0,1992,92"


def test_the_scale_that_is_guessed_is_said_and_can_be_corrected(moviescrape: Moviescrape, page: Path) -> None:
    page.write_bytes(cinema_page())
    said = ("--title", "Northern Tide", "--rating", "3.5", "--out", "kino.toml", "--yes")
    assert "ratings are taken as out of 5; if that is wrong, say --set scale=10" in moviescrape("learn", page, *said).stdout
    assert "out of 5" not in moviescrape("learn", page, *said, "--set", "scale=10").stdout
    assert "scale" not in Path("kino.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("correction", "said"),
    [
        ("year", "'year' corrects nothing; write FIELD=COLUMN, as in year=4"),
        ("yaer=1", "there is no field 'yaer'"),
        ("year=1066", "no column holds the year '1066'; give it as the page shows it"),
        ("group=99", "there is no group 99"),
        ("scale=much", "0 is no scale of the ratings; choose the column of ratings, then scale=5, 10 or 100"),
        ("title=", "no column was taken for the title; choose one with --set title=NUMBER"),
    ],
)
def test_a_wrong_correction(moviescrape: Moviescrape, page: Path, correction: str, said: str) -> None:
    result = moviescrape("learn", page, "--set", correction)
    assert (result.exit_code, list(page.parent.glob("*.toml"))) == (2, [])
    assert said in result.stderr


def test_a_page_that_is_not_like_the_others_is_said(moviescrape: Moviescrape, page: Path) -> None:
    other = page.with_name("other.html")
    other.write_bytes(film_page("table"))
    result = moviescrape("learn", page, other)
    assert result.exit_code == 3
    assert f"{other}: the site file reads no movies there" in result.stderr


@pytest.mark.parametrize("nothing", ["none.html", "."])
def test_what_is_no_page(moviescrape: Moviescrape, page: Path, nothing: str) -> None:
    assert moviescrape("learn", nothing).exit_code in (2, 4)


def test_on_a_terminal_it_asks(moviescrape: Moviescrape, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from moviescrape.cli.commands import learn

    answers = iter(["yaer=1", "rating=", ""])
    monkeypatch.setattr(learn, "_is_asked", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda *_text, **_options: next(answers))
    result = moviescrape("learn", page)
    assert result.exit_code == 0
    assert "there is no field 'yaer'" in result.stderr
    assert "rating" not in Path("kino.example.toml").read_text(encoding="utf-8")


def test_q_writes_nothing(moviescrape: Moviescrape, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from moviescrape.cli.commands import learn

    monkeypatch.setattr(learn, "_is_asked", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda *_text, **_options: "q")
    assert moviescrape("learn", page).exit_code == 4
    assert list(page.parent.glob("*.toml")) == []


def test_a_url_is_fetched_politely(moviescrape: Moviescrape, site: PracticeSite, tmp_path: Path) -> None:
    result = moviescrape("learn", f"{site.origin}{START_PATH}", "--out", tmp_path / "practice.toml")
    assert result.exit_code == 0, result.stderr
    assert "50 movies, title 50" in result.stderr


def test_a_url_off_this_machine_wants_a_contact(moviescrape: Moviescrape) -> None:
    result = moviescrape("learn", "https://kino.example/now")
    assert result.exit_code == 2
    assert "--contact" in result.stderr
