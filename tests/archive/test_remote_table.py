"""One table in object storage: whole where its marker fits, and none of it where nothing was made."""

from collections.abc import Callable, Iterator
from pathlib import Path

import fsspec
import pytest
from click.testing import CliRunner, Result

from moviescrape.archive.remote_table import is_whole, table_target, write_remotely
from moviescrape.cli.app import app
from moviescrape.errors import UsageError
from moviescrape.export.remote_files import RemoteFiles
from moviescrape.movie import Movie
from moviescrape.pipeline.flow import write_movies
from moviescrape.pipeline.job import Target
from moviescrape.pipeline.report import Report

Pages = list[tuple[str, bytes]]


@pytest.fixture(params=["file", "memory"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RemoteFiles]:
    yield RemoteFiles(f"file://{tmp_path}/bucket" if request.param == "file" else f"memory://{tmp_path.name}")
    fsspec.filesystem("memory").store.clear()


def _parse(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["parse", "--quiet", *map(str, arguments)])


@pytest.mark.slow
@pytest.mark.parametrize("name", ["movies.csv", "movies.jsonl", "movies.parquet", "movies.sqlite"])
def test_the_table_is_the_one_that_a_file_gets(
    archive: Callable[..., Path], title_pages: Pages, files: RemoteFiles, tmp_path: Path, name: str
) -> None:
    crawl = archive(title_pages)
    for out in (f"{files.url}/{name}", tmp_path / name):
        result = _parse(crawl, "--out", out)
        assert (result.exit_code, result.stderr) == (0, "")
    assert files.names() == [name, f"{name}.complete"]
    assert is_whole(files, name)
    assert files.read(name) == (tmp_path / name).read_bytes() or name.endswith(".sqlite")


@pytest.mark.slow
def test_the_verdict_names_the_address(archive: Callable[..., Path], title_pages: Pages, files: RemoteFiles) -> None:
    result = CliRunner().invoke(app, ["parse", str(archive(title_pages)), "--out", f"{files.url}/movies.csv"])
    assert f"40 movies in {files.url}/movies.csv" in result.stderr


@pytest.mark.slow
def test_without_a_movie_nothing_is_written_and_an_older_table_stays(
    archive: Callable[..., Path], title_pages: Pages, files: RemoteFiles
) -> None:
    _parse(archive(title_pages), "--out", f"{files.url}/movies.csv")
    before = files.read("movies.csv")
    result = _parse(archive([("http://a.example/", b"<p>bread")], "other.warc.gz"), "--out", f"{files.url}/movies.csv")
    assert (result.exit_code, files.read("movies.csv")) == (4, before)
    assert is_whole(files, "movies.csv")


def _write(files: RemoteFiles, *titles: str, stop: bool = False, add_to: bool = False) -> Report:
    def make(target: Target) -> Report:
        report = Report()
        write_movies(map(Movie, titles), report, target)
        if stop:
            raise KeyboardInterrupt
        return report

    return write_remotely(table_target(Path(f"{files.url}/movies.csv"), None, ("title",)), make, add_to=add_to)


def test_while_it_is_made_it_is_not_complete(files: RemoteFiles) -> None:
    with pytest.raises(KeyboardInterrupt):
        _write(files, "Heat", stop=True)
    assert files.names() == ["movies.csv.incomplete"]
    assert not is_whole(files, "movies.csv")
    _write(files, "Heat")
    assert files.names() == ["movies.csv", "movies.csv.complete"]


def test_a_marker_of_another_table_does_not_make_one_whole(files: RemoteFiles) -> None:
    _write(files, "Heat", "Alien")
    files.write("movies.csv", (files.read("movies.csv") or b"")[:-3])
    assert not is_whole(files, "movies.csv")
    with pytest.raises(UsageError, match="no whole table to add to"):
        _write(files, "Heat", add_to=True)


def test_a_kill_while_a_table_is_replaced_leaves_no_marker(files: RemoteFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(files, "Heat")

    def cut(_files: RemoteFiles, file: Path) -> None:
        files.write(file.name, file.read_bytes()[:4])
        raise KeyboardInterrupt

    monkeypatch.setattr(RemoteFiles, "upload", cut)
    with pytest.raises(KeyboardInterrupt):
        _write(files, "Alien")
    assert not is_whole(files, "movies.csv")


def test_a_table_is_added_to(files: RemoteFiles) -> None:
    _write(files, "Heat")
    files.write("movies.failed.jsonl", b"{}\n")
    seen: list[list[str]] = []

    def look(target: Target) -> Report:
        seen.append(sorted(path.name for path in target.out.parent.iterdir()))
        return Report()

    write_remotely(table_target(Path(f"{files.url}/movies.csv"), None, ("title",)), look, add_to=True)
    assert seen == [["movies.csv", "movies.failed.jsonl"]]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("out", "words"),
    [
        ("https://bucket.example/movies.csv", "nothing can be written to a web server"),
        ("nowhere://bucket/movies.csv", "no address that fsspec knows"),
        ("memory://bucket/movies.txt", "no format has the suffix"),
    ],
)
def test_what_can_not_be_written_to(archive: Callable[..., Path], title_pages: Pages, out: str, words: str) -> None:
    result = _parse(archive(title_pages), "--out", out)
    assert (result.exit_code, words in result.stderr, result.stderr.count("\n")) == (2, True, 1)
