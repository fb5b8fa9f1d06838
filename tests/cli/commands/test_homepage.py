"""`moviescrape homepage`, from a table to a folder."""

from pathlib import Path

from click.testing import CliRunner

from moviescrape.cli.app import app


def test_a_site(tmp_path: Path) -> None:
    (tmp_path / "movies.csv").write_text("title,year,actors\nHeat,1995,Al Pacino\n")
    result = CliRunner().invoke(
        app, ["homepage", str(tmp_path / "movies.csv"), "--out", str(tmp_path / "site"), "--title", "A & B"]
    )
    assert result.exit_code == 0
    assert result.stderr == f"9 pages in {tmp_path / 'site'}; open {tmp_path / 'site' / 'index.html'}\n"
    assert "<h1>A &amp; B</h1>" in (tmp_path / "site" / "index.html").read_text()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["homepage", "movies.csv", "--out", str(tmp_path / "none" / "site")])
    assert result.exit_code == 4
    assert result.stderr.count("\n") == 1
    assert "there is no folder" in result.stderr
