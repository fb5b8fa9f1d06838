"""`moviescrape plot`, from a table to a picture."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from moviescrape.cli.app import app

TABLE = "title,rating,year,actors,languages\na,8.0,1994,A;B,English\nb,9.0,1995,A,English;French\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "movies.csv"
    path.write_text(TABLE)
    return path


def plot(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["plot", *map(str, arguments)])


@pytest.mark.parametrize("what", ["years", "actors", "languages"])
def test_a_picture(table: Path, what: str) -> None:
    result = plot(what, table, "--out", table.with_suffix(".png"))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"{what} drawn in {table.with_suffix('.png')}\n")
    assert table.with_suffix(".png").read_bytes().startswith(b"\x89PNG")


def test_a_picture_on_standard_output(table: Path) -> None:
    assert plot("years", table, "--out", "-").stdout_bytes.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("text", "arguments", "status", "message"),
    [
        (TABLE, ["years", "--out", "years.doc"], 2, "end it in .png, .svg, .pdf"),
        ("title,rating\na,8.0\n", ["years", "--out", "years.png"], 4, "no column 'year'"),
        ("title,rating\na,8.0\n", ["actors", "--out", "actors.png"], 4, "no column 'actors'; scrape it with --columns"),
        ("title,year,rating\na,1995,\n", ["years", "--out", "years.png"], 4, "movies.csv: no movie has year and rating"),
        ("title,year,languages\na,,English\n", ["languages", "--out", "l.png"], 4, "no movie has year and languages"),
    ],
)
def test_bad_input_gets_one_line(
    table: Path, monkeypatch: pytest.MonkeyPatch, text: str, arguments: list[str], status: int, message: str
) -> None:
    monkeypatch.chdir(table.parent)
    table.write_text(text)
    result = plot(arguments[0], table.name, *arguments[1:])
    assert (result.exit_code, result.stderr.count("\n")) == (status, 1)
    assert message in result.stderr
    assert [path.name for path in table.parent.iterdir()] == ["movies.csv"]


def test_without_matplotlib_the_remedy_is_said(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moviescrape.export.formats.find_spec", lambda package: None)
    result = plot("years", table, "--out", table.with_suffix(".png"))
    assert result.exit_code == 2
    assert "pip install matplotlib" in result.stderr
