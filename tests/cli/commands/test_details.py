"""`moviescrape details`: a table's gaps, filled from each movie's own page."""

import csv
from pathlib import Path

import pytest

from moviescrape.practice import PracticeSite
from support.command_line import Moviescrape


def _allowing(site: PracticeSite) -> tuple[str, str]:
    """The option that lets links lead to the site, which is not on the practice site's own port."""
    return "--private-host", site.origin.removeprefix("http://")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _table(folder: Path, site: PracticeSite, *extra: str) -> Path:
    """Ten movies of which only title and url are known, and a wrong runtime."""
    path = folder / "bare.csv"
    urls = [f"{site.origin}/title/tt{number:07}/" for number in range(1, 11)]
    path.write_text("title,runtime,url\n" + "".join(f"A title,1,{url}\n" for url in urls) + "".join(extra), encoding="utf-8")
    return path


def test_gaps_are_filled_and_what_the_table_says_wins(moviescrape: Moviescrape, site: PracticeSite, out: Path) -> None:
    columns = "title,year,runtime,languages,url"
    result = moviescrape("details", _table(out.parent, site), *_allowing(site), "--columns", columns, "--out", out)
    assert result.exit_code == 0, result.stderr
    films = {movie.url: movie for movie in site.catalogue.truth(site.origin)}
    rows = _rows(out)
    assert len(rows) == 10
    assert all((row["title"], row["runtime"]) == ("A title", "1") for row in rows)
    assert [row["year"] for row in rows] == [str(films[row["url"]].year) for row in rows]
    spoken = [[language for language in films[row["url"]].languages if language != "None"] for row in rows]  # as sites say it
    assert [row["languages"] for row in rows] == [";".join(languages) for languages in spoken]


def test_without_columns_the_table_keeps_its_own_and_gains_languages(
    moviescrape: Moviescrape, site: PracticeSite, out: Path
) -> None:
    assert moviescrape("details", _table(out.parent, site), *_allowing(site), "--quiet", "--out", out).stderr == ""
    assert list(_rows(out)[0]) == ["title", "runtime", "url", "languages"]


def test_pages_already_stored_are_not_asked_for_again(moviescrape: Moviescrape, site: PracticeSite, out: Path) -> None:
    table = _table(out.parent, site)
    for _ in range(2):
        assert moviescrape("details", table, *_allowing(site), "--out", out).exit_code == 0
    assert sum(visit.path.startswith("/title/") for visit in site.request_stats.requests) == 10


def test_a_movie_whose_page_fails_and_one_without_url_stay(moviescrape: Moviescrape, site: PracticeSite, out: Path) -> None:
    gone = f"{site.origin}/title/tt9999999/"
    result = moviescrape("details", _table(out.parent, site, f"Gone,2,{gone}\n", "Bare,3,\n"), *_allowing(site), "--out", out)
    assert result.exit_code == 3
    assert gone in result.stderr
    assert [row["title"] for row in _rows(out)[-2:]] == ["Gone", "Bare"]


def test_a_private_address_in_a_table_from_elsewhere_is_not_asked(
    moviescrape: Moviescrape, site: PracticeSite, out: Path
) -> None:
    result = moviescrape("details", _table(out.parent, site), "--out", out)
    assert result.exit_code == 3
    assert "--private-host" in result.stderr
    assert site.request_stats.requests == []


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        ("title,year\nHeat,1995\n", 2, ["'url'"]),
        ("title,year,url\nHeat,soon,\n", 4, ["line 2", "year"]),
        ("", 4, ["bare.csv"]),
        (None, 4, ["bare.csv", "no such file"]),
        ("title,url\nHeat,https://movies.example/heat\n", 2, ["--contact"]),
    ],
)
def test_a_table_that_leads_nowhere(
    moviescrape: Moviescrape, out: Path, content: str | None, status: int, words: list[str]
) -> None:
    table = out.with_name("bare.csv")
    if content is not None:
        table.write_text(content, encoding="utf-8")
    result = moviescrape("details", table, "--out", out)
    assert (result.exit_code, result.stdout) == (status, "")
    assert result.stderr.count("\n") == 1
    assert all(word in result.stderr for word in words), result.stderr
    assert out.read_text(encoding="utf-8") == "older"


def test_columns_of_the_persons_own_stay(moviescrape: Moviescrape, site: PracticeSite, out: Path) -> None:
    table = out.parent / "own.csv"
    table.write_text(f"title,my note,url\nBare,seen,\nA,again,{site.origin}/title/tt0000001/\n", encoding="utf-8")
    assert moviescrape("details", table, *_allowing(site), "--out", table).exit_code == 0
    assert [(row["title"], row["my note"]) for row in _rows(table)] == [("Bare", "seen"), ("A", "again")]
    assert _rows(table)[1]["languages"]
