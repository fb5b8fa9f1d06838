"""Over 200 malformed command lines and sources: a documented exit status and one line each, never a traceback or a hang."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from moviescrape.movie import DEFAULT_COLUMNS
from support.command_line import moviescrape

pytestmark = pytest.mark.slow

Arguments = tuple[str, ...]
HEADER = ",".join(DEFAULT_COLUMNS)
PAGE = '<script type="application/ld+json">{"@type": "Movie", "name": "Low Water", "datePublished": "1995"}</script>'

FILES: dict[str, bytes] = {
    "page.html": PAGE.encode(),
    "empty.html": b"",
    "nul.html": b"\0" * 1000,
    "binary.html": bytes(range(256)) * 50,
    "utf-16.html": "hello <b>x".encode("utf-16"),
    "cut.mhtml": b'From: <Saved by\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n',
    "junk.warc": b"junk",
    "junk.warc.gz": b"\x1f\x8bjunk",
    "junk.sqlite": b"SQLite format 3\0" + b"\0" * 100,
    "junk.db": b"junk",
    "junk.zip": b"PK",
    "urls.txt": b"http://[::1\n",
    "no-urls.txt": b"# none\n\n",
    "bytes.txt": b"http://a/\xff\n",
    "words.txt": b"nonsense\nhttp://127.0.0.1:1/x\n",
    "program.py": b"x",
}
TABLES: dict[str, bytes] = {
    "nothing.csv": b"",
    "header.csv": f"{HEADER}\n".encode(),
    "year.csv": b"title,year\nLow Water,19955555555555555555555\n",
    "nan.csv": b"title,rating,year\nLow Water,NaN,1995\n",
    "infinite.csv": b"title,rating,year\nLow Water,inf,1e400\n",
    "word.csv": b"title,rating\nLow Water,nine\n",
    "quote.csv": b'title,rating\n"Low Water,9\n',
    "latin.csv": "title,year\nCafé,1995\n".encode("latin-1"),
    "twice.csv": b"title,title\na,b\n",
    "index.csv": b",title\n0,a\n",
    "wide.csv": b"title\na,b,c\n",
    "half.jsonl": b'{"title": "\\ud800", "year": 1995}\n',
    "list.jsonl": b"[1]\n",
    "nan.jsonl": b'{"title": "a", "rating": NaN, "year": Infinity}\n',
    "deep.jsonl": b"[" * 100_000 + b"\n",
    "object.jsonl": b'{"title": {"a": 1}, "year": [1995], "rating": true}\n',
    "junk.parquet": b"PAR1xxxx",
    "junk.xlsx": b"PK\x03\x04",
    "table.html": b"",
}
URLS = [
    "http://[::1",
    "http://a\ud800b/",
    "http://xn--a/",
    "http://127.0.0.1:1/\ud800",
    "http://",
    "http:///x",
    "http://:80/",
    "http://127.0.0.1:99999/",
    "http://127.0.0.1:-1/",
    "http://127.0.0.1:x/",
    "http://127.0.0.1:0/",
    "http://user:secret@127.0.0.1:1/",
    "http://127.0.0.1:1/ x",
    "http://127.0.0.1:1/%ff%zz",
    "http://[fe80::1%eth0]/",
    "http://[v1.x]/",
    "ftp://127.0.0.1/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "http:/127.0.0.1/",
    "//127.0.0.1/",
    "s3://bucket/x",
    "://",
    "",
    "-",
    "x" * 5000,
]
OUTPUTS = ["", "folder", "no folder/x.csv", "x", "x.doc", "/dev/null", "x" * 300 + ".csv", "..", "page.html", "-/x.csv"]
NUMBERS = ["0", "-1", "nan", "inf", "1e999", "x", "", "99999999999999999999", "1.5x", "0x10", "½"]
NAMES = ["", ",", "title,title", "TITLE", "titel", "\ud800", "a" * 1000]

COMMAND_LINES: list[Arguments] = [
    *(("run", url, "-o", "out.csv", "--contact", "me@example.org") for url in URLS),
    *(("explain", url, "--contact", "me@example.org") for url in URLS),
    *((command, file, "-o", "out.csv") for command in ("run", "parse") for file in FILES if file != "page.html"),
    *((command, file) for command in ("explain", "drift") for file in FILES if file != "page.html"),
    *(("parse", file, "-o", "out.csv", "--workers", "1") for file in ("empty.html", "junk.warc", "pipe.html")),
    *((command, file, "-o", "out.csv") for command in ("top", "details") for file in TABLES),
    *(("plot", "years", file, "-o", "out.svg") for file in TABLES),
    *(("homepage", file, "-o", "site") for file in TABLES if file not in ("header.csv", "half.jsonl")),
    *(("parse", "page.html", "-o", output) for output in OUTPUTS),
    *(("top", "movies.csv", "-o", output) for output in OUTPUTS),
    *(("plot", "years", "movies.csv", "-o", output) for output in OUTPUTS),
    *(
        ("run", "http://127.0.0.1:1/", "-o", "out.csv", "--store", output)
        for output in ("", "folder", "no folder/x", "page.html")
    ),
    *(("run", "page.html", "-o", "out.csv", option, number) for option in ("--delay", "--max-age") for number in NUMBERS[1:]),
    *(("run", "page.html", "-o", "out.csv", option, number) for option in ("--max-pages", "--from") for number in NUMBERS),
    *(("parse", "page.html", "-o", "out.csv", "--workers", number) for number in NUMBERS),
    *(("top", "movies.csv", "-o", "out.csv", "-n", number) for number in NUMBERS),
    *(("explain", "page.html", "--movie", number) for number in NUMBERS),
    *(("serve", "--port", number) for number in NUMBERS),
    *(("assignment", "start", number, "day") for number in ("13", *NUMBERS)),
    *(("assignment", "check", "3", "program.py", "--timeout", number) for number in NUMBERS),
    *(("parse", "page.html", "-o", "out.csv", "--columns", names) for names in NAMES),
    *(("explain", "page.html", "--field", names) for names in NAMES),
    *(("parse", "page.html", "-o", "out.csv", "--format", name) for name in ("", "CSV", "doc", "\ud800")),
    *(("run", "https://movies.example/", "-o", "out.csv", "--contact", contact) for contact in ("", "x", "@", "a\nb", "\ud800")),
    *((command, "pipe.html", "-o", "out.csv") for command in ("run", "parse")),
    *((command, "pipe.csv", "-o", "out.csv") for command in ("top", "details")),
    ("explain", "pipe.html"),
    ("assignment", "check", "3", "pipe.html"),
    ("drift", "page.html", "--floors", "pipe.csv"),
    ("drift", "page.html", "--floors", "folder"),
    ("run", "page.html"),
    ("run", "page.html", "-o", "out.csv", "--from", "2020", "--to", "1990"),
    ("run", "page.html", "-o", "out.csv", "--offline", "--refresh"),
    ("parse", "page.html", "-o", "out.csv", "--engine", "x"),
    ("parse", "page.html", "-o", "out.csv", "--scheduler", "x"),
    ("plot", "x", "movies.csv", "-o", "out.svg"),
    ("assignment",),
    ("assignment", "x"),
    ("assignment", "check", "3"),
    ("assignment", "check", "3", "gone.py"),
    ("assignment", "check", "3", "folder"),
    ("assignment", "check", "3", "--class", "gone"),
    ("assignment", "check", "3", "program.py", "--class", "folder"),
    ("assignment", "check", "3", "program.py", "-o", "out.csv"),
    ("assignment", "start", "3", "program.py"),
    ("serve", "--faults", "x"),
    ("serve", "--faults", "429:x"),
    ("serve", "--layout", "x"),
    ("pages",),
    ("pages", "gone", "list"),
    ("pages", "folder", "list"),
    ("pages", "movies.csv", "list"),
    ("pages", "junk.sqlite", "warc", "out.warc"),
    ("nope",),
    ("--nope",),
    ("-",),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of all these kinds, good ones, a folder and two pipes."""
    folder = tmp_path_factory.mktemp("malformed")
    for name, content in {**FILES, **TABLES}.items():
        (folder / name).write_bytes(content)
    (folder / "movies.csv").write_text(f"{HEADER}\nLow Water,8.0,1995,A;B,90,\n", encoding="utf-8")
    (folder / "folder").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.html")
        os.mkfifo(folder / "pipe.csv")
    return folder


@pytest.mark.parametrize("arguments", COMMAND_LINES, ids=lambda arguments: ascii(" ".join(arguments))[:70])
def test_one_line_and_a_documented_exit_status(arguments: Arguments, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setattr("moviescrape.fetch.retry.FIRST_WAIT_S", 0.0)
    result = moviescrape(*arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in (0, 1, 2, 3, 4)
    complaints = [line for line in result.stderr.splitlines() if line.startswith("moviescrape: ")]
    assert len(complaints) == (1 if result.exit_code in (2, 4) else 0) or result.exit_code == 3, result.stderr


def test_there_are_more_than_200_of_them_and_most_are_refused() -> None:
    assert len(set(COMMAND_LINES)) > 200


SHELLS = [
    ("--version > /dev/full", 4),
    ("--help > /dev/full 2> /dev/full", 4),
    ("parse page.html -o - > /dev/full", 4),
    ("top movies.csv -o - >&-", 4),
    ("explain page.html >&-", 4),
    ("explain page.html > /dev/full", 4),
    ("parse page.html -o out.csv >&- 2>&-", 0),
    ("parse page.html -o out.csv <&- >&- 2>&-", 0),
    ("parse page.html -o out.csv 2> /dev/full", 0),
    ("nope 2>&-", 2),
    ("nope 2> /dev/full", 2),
    ("parse $'\\xff\\xfe.html' -o out.csv", 2),
    ("run $'http://127.0.0.1:1/\\xff' -o out.csv", 2),
    ("parse page.html -o $'\\xff.csv'", 0),
]


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
@pytest.mark.parametrize(("line", "status"), SHELLS, ids=[line for line, _ in SHELLS])
def test_streams_that_are_closed_or_full_and_bytes_that_are_no_text(line: str, status: int, folder: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -m moviescrape {line}'], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") <= 1
