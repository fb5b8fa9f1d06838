"""Files at addresses of fsspec's: what was meant by a path, what is there, and errors in one line."""

from pathlib import Path

import fsspec
import pytest

from moviescrape.errors import ExportError, UsageError
from moviescrape.export import remote_files
from moviescrape.export.remote_files import RemoteFiles, address_of


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("s3://bucket/folder/movies.csv", "s3://bucket/folder/movies.csv"),
        ("GS://bucket/movies", "gs://bucket/movies"),
        ("file:///tmp/movies/", "file:///tmp/movies"),
        ("abfs://box@account.example/movies", "abfs://box@account.example/movies"),
        ("movies.csv", None),
        ("folder/s3:/movies.csv", None),
        ("a:/movies.csv", None),
        ("-", None),
        ("movies: the best/1.csv", None),
    ],
)
def test_an_address_survives_as_a_path(given: str, address: str | None) -> None:
    assert address_of(Path(given)) == address


def test_files_are_put_and_taken(tmp_path: Path) -> None:
    files = RemoteFiles(f"file://{tmp_path}/new/folder/")
    assert (files.names(), files.read("a")) == ([], None)
    files.write("b", b"2")
    (tmp_path / "a").write_bytes(b"1")
    files.upload(tmp_path / "a")
    files.download("b", tmp_path / "copy")
    assert (files.names(), files.read("a"), (tmp_path / "copy").read_bytes()) == (["a", "b"], b"1", b"2")
    files.delete("a")
    files.delete("a")
    assert files.names() == ["b"]


def test_what_is_not_there_has_no_names() -> None:
    assert RemoteFiles("memory://none-such/folder").names() == []
    with pytest.raises(ExportError, match=r"^memory://none-such/folder/a: can't be written or read"):
        RemoteFiles("memory://none-such/folder").download("a", Path("nowhere"))


@pytest.mark.parametrize(("error", "words"), [(ImportError("Install s3fs"), "Install s3fs"), (ValueError("odd"), "odd")])
def test_a_store_that_fsspec_can_not_reach(monkeypatch: pytest.MonkeyPatch, error: Exception, words: str) -> None:
    def fail(_url: str) -> None:
        raise error

    monkeypatch.setattr(fsspec.core, "url_to_fs", fail)
    with pytest.raises(UsageError, match=words):
        RemoteFiles("s3://bucket")


def test_without_fsspec_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(package: str) -> None:
        raise UsageError(f"this needs {package}, which is not installed")

    monkeypatch.setattr(remote_files, "require", missing)
    with pytest.raises(UsageError, match="needs fsspec"):
        RemoteFiles("s3://bucket")
