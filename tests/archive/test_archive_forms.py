"""Archives as they are: whatever their form, name and way in, the same movies, and a count of what they held."""

import gzip
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from moviescrape.cli.app import app
from support.warc import arc_record, packaged, warc_record

pytestmark = pytest.mark.slow

Pages = list[tuple[str, bytes]]
Pack = Callable[[bytes], bytes]
VERSION = arc_record("filedesc://crawl.arc", b"1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n")


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def _zstd(data: bytes) -> bytes:
    packed: bytes = pytest.importorskip("backports.zstd").compress(data)
    return packed


def _warc(pages: Pages, pack: Pack = bytes) -> bytes:
    return b"".join(pack(warc_record(url, page)) for url, page in pages)


def _arc(pages: Pages, pack: Pack = bytes) -> bytes:
    head = b"HTTP/1.0 200 OK\nContent-Type: text/html\n\n"
    return b"".join(map(pack, [VERSION, *(arc_record(url, head + page) for url, page in pages)]))


def _bare_lines(pages: Pages) -> bytes:
    """WARC headers and HTTP headers that end in LF alone."""
    records = []
    for url, page in pages:
        block = b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + page
        head = f"WARC/1.0\nWARC-Type: response\nWARC-Target-URI: {url}\nContent-Length: {len(block)}\n\n".encode()
        records.append(head + block + b"\n\n")
    return b"".join(records)


def _resources(pages: Pages) -> bytes:
    return b"".join(warc_record(url, page, warc_type="resource", head="Content-Type: text/html") for url, page in pages)


def _continued(pages: Pages) -> bytes:
    """Answers behind a `100 Continue`, whose type is not that of HTML."""
    head = "Content-Type: application/octet-stream"
    records = [warc_record(url, page, head) for url, page in pages]
    answer = b"HTTP/1.1 100 Continue\r\n\r\n"
    lengths = [len(head) + len("HTTP/1.1 200 Some\r\n\r\n\r\n") + len(page) for _, page in pages]
    return b"".join(
        record.replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length + len(answer))).replace(
            b"HTTP/1.1 200", answer + b"HTTP/1.1 200", 1
        )
        for record, length in zip(records, lengths, strict=True)
    )


FORMS: dict[str, Callable[[Pages], bytes]] = {
    "WARC": _warc,
    "WARC, gzip": lambda pages: _warc(pages, _gzip),
    "WARC, gzip as a whole": lambda pages: _gzip(_warc(pages)),
    "WARC, zstd": lambda pages: _warc(pages, _zstd),
    "WARC, LF": _bare_lines,
    "WARC, resources": _resources,
    "WARC, continued": _continued,
    "ARC": _arc,
    "ARC, gzip": lambda pages: _arc(pages, _gzip),
    "WACZ": lambda pages: packaged("archive/data.warc.gz", _warc(pages, _gzip)),
}


def _parse(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["parse", *map(str, arguments)])


@pytest.fixture
def pages(title_pages: Pages) -> Pages:
    return title_pages[:6]


@pytest.fixture
def straight(pages: Pages, tmp_path: Path) -> bytes:
    """The table of the pages in an archive of the plainest form."""
    (tmp_path / "plain.warc").write_bytes(_warc(pages))
    assert _parse(tmp_path / "plain.warc", "--out", tmp_path / "plain.csv").exit_code == 0
    return (tmp_path / "plain.csv").read_bytes()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["crawl", "crawl.bin", "crawl.gz"])
def test_every_form_is_read_whatever_its_name(pages: Pages, straight: bytes, tmp_path: Path, form: str, name: str) -> None:
    (tmp_path / name).write_bytes(FORMS[form](pages))
    result = _parse(tmp_path / name, "--out", tmp_path / "movies.csv")
    assert (result.exit_code, "6 HTML pages, 6 movies" in result.stderr) == (0, True)
    assert (tmp_path / "movies.csv").read_bytes() == straight


@pytest.mark.parametrize("workers", [1, 2])
def test_folders_hold_archives_of_any_name(pages: Pages, straight: bytes, tmp_path: Path, workers: int) -> None:
    folder = tmp_path / "crawls"
    (folder / "deep").mkdir(parents=True)
    (folder / "1").write_bytes(_warc(pages[:2], _gzip))
    (folder / "2.bin").write_bytes(_arc(pages[2:3]))
    (folder / "3.html").write_bytes(pages[3][1])
    (folder / "deep" / "4.dat").write_bytes(packaged("archive/a.warc", _warc(pages[4:])))
    (folder / "notes").write_text("WARC/ is how an archive begins", encoding="utf-8")
    (folder / "table.gz").write_bytes(_gzip(b"title,year\n"))
    out = tmp_path / "movies.csv"
    result = _parse(folder, "--out", out, *(["--workers", workers] if workers > 1 else []))
    assert (result.exit_code, len(out.read_bytes().splitlines())) == (0, 7)
    assert out.read_bytes() == straight


def test_patterns_and_lists(pages: Pages, straight: bytes, tmp_path: Path) -> None:
    for number, page in enumerate(pages):
        (tmp_path / f"part-{number}").write_bytes(_warc([page], _gzip))
    (tmp_path / "parts.paths.gz").write_bytes(_gzip("".join(f"part-{number}\n" for number in range(6)).encode()))
    for source in (f"{tmp_path}/part-[0-9]", tmp_path / "parts.paths.gz"):
        assert _parse(source, "--out", tmp_path / "movies.csv").exit_code == 0
        assert (tmp_path / "movies.csv").read_bytes() == straight


@pytest.mark.parametrize("form", ["WARC", "WARC, gzip", "WARC, gzip as a whole", "WARC, zstd", "ARC"])
def test_an_archive_comes_by_a_pipe(pages: Pages, straight: bytes, tmp_path: Path, form: str) -> None:
    command = [sys.executable, "-m", "moviescrape", "parse", "-", "--out", str(tmp_path / "movies.csv"), "--columns", "title"]
    done = subprocess.run(command, input=FORMS[form](pages), capture_output=True, timeout=60, check=False)
    assert (done.returncode, b"6 movies in" in done.stderr) == (0, True)
    named = CliRunner().invoke(app, ["parse", "-", "--out", "-", "--format", "jsonl"], input=FORMS[form](pages))
    assert ('"source":"-#0"' in named.stdout or form == "ARC", named.stdout.count("\n")) == (True, 6)


def test_a_pipe_is_read_by_one_process(pages: Pages, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["parse", "-", "--out", str(tmp_path / "m.csv"), "--workers", "2"], input=_warc(pages))
    assert (result.exit_code, "one process alone" in result.stderr) == (2, True)
