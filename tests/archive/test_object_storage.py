"""Object storage by fsspec, with a server of S3's kind on loopback: an index and its archives there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from moviescrape.archive.engines import Processes
from moviescrape.archive.parts import parse_parts, parts_target
from moviescrape.archive.reader import ReadOptions
from moviescrape.archive.remote_table import is_whole
from moviescrape.archive.table import parse_many
from moviescrape.cli.app import app
from moviescrape.export.remote_files import RemoteFiles
from moviescrape.pipeline.flow import parse_saved
from moviescrape.pipeline.index_choice import IndexChoice
from moviescrape.pipeline.job import Job, Target
from support.archive_index import as_cdxj, as_columns, write_crawl

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # of botocore and moto, on newer Pythons
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty bucket on a server of our own; its address."""
    server_module = pytest.importorskip("moto.server")
    s3fs = pytest.importorskip("s3fs")
    server = server_module.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in (
        ("AWS_ENDPOINT_URL", f"http://{host}:{port}"),
        ("AWS_ACCESS_KEY_ID", "testing"),
        ("AWS_SECRET_ACCESS_KEY", "testing"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
    ):
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    if not s3fs.S3FileSystem().exists("crawls"):
        s3fs.S3FileSystem().mkdir("crawls")
    yield "s3://crawls"
    s3fs.S3FileSystem.clear_instance_cache()
    server.stop()


def test_an_index_and_its_archives_in_a_bucket(bucket: str, title_pages: list[tuple[str, bytes]], tmp_path: Path) -> None:
    s3fs = pytest.importorskip("s3fs")
    records = write_crawl(tmp_path / "base", {"one.warc.gz": title_pages[:20], "two.warc.gz": title_pages[20:]})
    as_columns(records[:30], tmp_path / "part-0.parquet")
    (tmp_path / "part-1").write_bytes(as_cdxj(records[30:]))
    store = s3fs.S3FileSystem()
    for path in (*(tmp_path / "base").iterdir(), tmp_path / "part-0.parquet", tmp_path / "part-1"):
        store.put(str(path), f"crawls/{'index' if 'part' in path.name else 'base'}/{path.name}")
    straight = tmp_path / "straight.csv"
    parse_saved(Job.of_saved([str(tmp_path / "base")]), Target.of(straight))
    choice = IndexChoice(f"{bucket}/base/", ("movies.localhost",))
    for index in (f"{bucket}/index", f"{bucket}/index/part-*"):
        report = parse_many(Job.of_index([index], choice), Target.of(tmp_path / "movies.csv"), Processes(ReadOptions(), 2))
        assert (report.complete, (tmp_path / "movies.csv").read_bytes()) == (True, straight.read_bytes())


def test_what_a_bucket_does_not_hold_is_said(bucket: str, tmp_path: Path) -> None:
    choice = IndexChoice(f"{bucket}/base/", ("movies.localhost",))
    report = parse_many(Job.of_index([f"{bucket}/none"], choice), Target.of(tmp_path / "movies.csv"), Processes(ReadOptions()))
    [problem] = report.problems
    assert problem.where == f"{bucket}/none"


def test_parts_and_a_table_go_to_a_bucket(
    bucket: str, archive: Callable[..., Path], title_pages: list[tuple[str, bytes]], tmp_path: Path
) -> None:
    job, files = Job.of_saved([str(archive(title_pages))]), RemoteFiles(f"{bucket}/parts")
    for _ in range(2):
        report = parse_parts(job, parts_target(Path(f"{bucket}/parts"), None, None), Processes(ReadOptions(), 2))
        assert (report.complete, files.names()) == (True, ["_SUCCESS", "manifest.jsonl", "part-00000.parquet"])
    result = CliRunner().invoke(app, ["parse", job.sources[0].text, "--out", f"{bucket}/table/movies.csv", "--quiet"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert is_whole(RemoteFiles(f"{bucket}/table"), "movies.csv")


def test_a_bucket_that_is_not_there_is_told_in_one_line(
    bucket: str, archive: Callable[..., Path], title_pages: list[tuple[str, bytes]]
) -> None:
    for out in ("s3://none-such/movies.csv", "s3://none-such/movies"):
        result = CliRunner().invoke(app, ["parse", str(archive(title_pages)), "--out", out, "--quiet"])
        assert (result.exit_code, result.stderr.count("\n")) == (4, 1)
        assert "s3://none-such/" in result.stderr
