"""Every command, with control characters wherever strangers write: titles, URLs, names, headers, robots.txt, submissions."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from moviescrape.cli.app import COMMANDS
from moviescrape.pages.page import Page
from moviescrape.pages.store import PageStore
from support.command_line import moviescrape
from support.raw_site import html_answer, raw_site

pytestmark = pytest.mark.slow

HOSTILE = "\x1b[31mred\x1b]0;title\x07\x9b2J\u202egnp\x08\x7f\u2066\x0c\x85"
CODES = HOSTILE.encode("utf-8")
FILE_NAME = "film\x1b[31m\x07\u202e\x9b.html"
LIST_NAME = "list\x1b[31m\x9b.html"
ENTITIES = "&#27;[31m&#7;&#155;&#8238;"


def _page(title: str) -> str:
    return f"""<html><head><title>{title} {ENTITIES}</title><script type="application/ld+json">{{"@type": "Movie",
      "name": "Low \\u001b[31mWater\\u0007\\u202e {ENTITIES}", "duration": "soon\\u001b[31m", "datePublished": "3020\\u001b",
      "actor": "Ana\\u001b[2J Fei"}}</script></head><body><h1>{title}</h1></body></html>"""


ANSWERS = {
    "/robots.txt": b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *\nDisallow: /no\x1b[31m\x07\n",
    "/film": html_answer(_page(HOSTILE)),
    "/reason": b"HTTP/1.1 404 \x1b[31mNo\x07\x9b\r\nContent-Length: 0\r\n\r\n",
    "/type": b"HTTP/1.1 200 OK\r\nContent-Type: app/\x1b[31mred\x07\r\nContent-Length: 1\r\n\r\nx",
    "/encoding": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: \x1b[31mred\x07\r\nContent-Length: 1\r\n\r\nx",
    "/away": b"HTTP/1.1 302 Found\r\nLocation: http://\x1b[31mevil\x07/\r\nContent-Length: 0\r\n\r\n",
    "/file": b"HTTP/1.1 302 Found\r\nLocation: file:///\x1b[31mevil\x9b\r\nContent-Length: 0\r\n\r\n",
    "/noise": b"\x1b[31mnot HTTP\x07\x9b\r\n\r\n",
    "/later": b"HTTP/1.1 404 Gone\r\nRetry-After: \x1b[31m\r\nContent-Length: 0\r\n\r\n",
    "/error": html_answer(f"<title>404 not found {HOSTILE}</title>"),
    "/shoes": html_answer(f"<title>Shoes {HOSTILE}</title><h1>{HOSTILE}</h1>"),
    "/captcha": html_answer(f"<title>Just a moment... {HOSTILE}</title>window._cf_chl_opt", b"403 \x1b[31mNo"),
}


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with raw_site(ANSWERS) as origin:
        yield origin


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a hostile page, table, store and submission, where the commands run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("moviescrape.fetch.retry.FIRST_WAIT_S", 0.0)
    (tmp_path / FILE_NAME).write_text(_page(HOSTILE), encoding="utf-8")
    cards = "".join(f"<li><a href='/film/{n}{ENTITIES}'>{HOSTILE} {n}</a><b class='y{ENTITIES}'>{1990 + n}</b>" for n in range(6))
    (tmp_path / LIST_NAME).write_text(f"<title>Films {HOSTILE}</title><h1>Films</h1><ul>{cards}</ul>", encoding="utf-8")
    (tmp_path / "empty\x1b[31m.html").touch()
    (tmp_path / "movies.csv").write_text(
        f'title,rating,year,actors,languages,{HOSTILE!r},url\n"{HOSTILE}",9.1,1995,"{HOSTILE}","{HOSTILE}",x,http://127.0.0.1:9/{HOSTILE}\n',
        encoding="utf-8",
    )
    (tmp_path / "bad\x1b[31m.csv").write_text(f'title,year\n"{HOSTILE}",{HOSTILE}\n', encoding="utf-8")
    (tmp_path / "urls\x1b.txt").write_text(f"http://127.0.0.1:9/{HOSTILE}\nhttps://\x1b[31m/\n", encoding="utf-8")
    (tmp_path / "day\x1b[31m3.py").write_text(f"raise ValueError({HOSTILE!r})\n", encoding="utf-8")
    with PageStore.open(tmp_path / "pages.sqlite") as store:
        store.put(
            Page(_page(HOSTILE).encode(), url=f"http://movies.example/{HOSTILE}", asked_url=f"http://movies.example/{HOSTILE}")
        )
    return tmp_path


FETCHED: list[tuple[str, ...]] = [
    ("run", "{origin}" + path, "--out", "out.csv", "--verbose") for path in ANSWERS if path != "/robots.txt"
]
LOCAL: list[tuple[str, ...]] = [
    ("run", "{origin}/no" + HOSTILE, "--out", "out.csv"),
    ("run", "http://movies.localhost:1/" + HOSTILE, "--out", "out.csv"),
    ("run", "http://127.0.0.1:1/\x1b[31m", "--out", "out.csv"),
    ("run", "http://\x1b[31m.example/", "--contact", "me@example.org", "--out", "out.csv"),
    ("run", "urls\x1b.txt", "--out", "out.csv"),
    ("run", FILE_NAME, "--out", "out.csv", "--verbose"),
    ("run", FILE_NAME, "--out", "out\x1b[31m.csv", "--store", "\x1b[31m/pages.sqlite"),
    ("parse", ".", "--out", "out\x1b[31m.csv"),
    ("parse", FILE_NAME, "empty\x1b[31m.html", "gone\x1b[31m.html", "--out", "out.csv"),
    ("parse", ".", "--out", "out.csv", "--workers", "1"),
    ("parse", "pages.sqlite", "--out", "out.csv"),
    ("parse", FILE_NAME, "--out", "nowhere\x1b[31m/out.csv"),
    ("parse", FILE_NAME, "--out", "out.csv", "--columns", "title,\x1b[31m"),
    ("parse", FILE_NAME, "--out", "out.csv", "--format", "\x1b[31m"),
    ("explain", FILE_NAME, "--all"),
    ("explain", FILE_NAME, "--json"),
    ("explain", "{origin}/film"),
    ("explain", "{origin}/shoes"),
    ("explain", "{origin}/reason"),
    ("explain", FILE_NAME, "--field", "\x1b[31m"),
    ("learn", LIST_NAME, "--yes"),
    ("learn", LIST_NAME, "--yes", "--title", HOSTILE),
    ("learn", LIST_NAME, "--yes", "--set", "year=\x1b[31m"),
    ("learn", LIST_NAME, "--yes", "--set", "\x1b[31m=1", "--out", "list\x1b[31m.toml"),
    ("learn", FILE_NAME, "gone\x1b[31m.html", "--yes"),
    ("learn", "{origin}/shoes", "--yes"),
    ("parse", LIST_NAME, "--site", LIST_NAME, "--out", "out.csv"),
    ("explain", LIST_NAME, "--try", f"title={HOSTILE}"),
    ("explain", LIST_NAME, "--try", "title=a", "--try", "url=a::attr(href)"),
    ("explain", LIST_NAME, "--try", f"{HOSTILE}=a"),
    ("shell", FILE_NAME),
    ("drift", "."),
    ("drift", FILE_NAME, "--floors", FILE_NAME),
    ("top", "movies.csv", "--out", "top\x1b.csv"),
    ("top", "bad\x1b[31m.csv", "--out", "top.csv"),
    ("top", "movies.csv", "--out", "top.csv", "--columns", HOSTILE),
    ("merge", "movies.csv", "bad\x1b[31m.csv", "--out", "both.csv"),
    ("merge", "movies.csv", "movies.csv", "--out", "both\x1b[31m.csv"),
    ("merge", "movies.csv", "movies.csv", "--out", "-", "--columns", HOSTILE),
    ("plot", "years", "movies.csv", "--out", "plot\x1b[31m.svg"),
    ("plot", "actors", "bad\x1b[31m.csv", "--out", "plot.svg"),
    ("homepage", "movies.csv", "--out", "site\x1b[31m", "--title", HOSTILE),
    ("dataset", "movies.csv", "--out", "set\x1b[31m", "--title", HOSTILE),
    ("homepage", "bad\x1b[31m.csv", "--out", "site"),
    ("details", "movies.csv", "--out", "more\x1b[31m.csv", "--verbose"),
    ("pages", "pages.sqlite", "list"),
    ("pages", "pages.sqlite", "list", "--json"),
    ("help", HOSTILE),
    ("help", "a\x1b[31m"),
    ("completion", HOSTILE),
    ("run", "{origin}/film", "--out", "out\x1b[31m.csv", "--store", "\x1b[31m.sqlite", "--dry-run"),
    ("pages", "pages.sqlite", "export", "out\x1b[31m"),
    ("pages", "pages.sqlite", "warc", "out\x1b[31m.warc"),
    ("pages", "movies.csv", "list"),
    ("pages", "gone\x1b[31m", "list"),
    ("assignment", "check", "3", "day\x1b[31m3.py"),
    ("assignment", "check", "3", "day\x1b[31m3.py", "--json"),
    ("assignment", "check", "3", "--class", ".", "--out", "class\x1b[31m.csv"),
    ("assignment", "start", "3", "folder\x1b[31m"),
    ("assignment", "run", "\x1b[31m"),
    ("serve", "--faults", "\x1b[31m"),
    ("serve", "--layout", "\x1b[31m"),
    ("\x1b[31m",),
    ("run", "--\x1b[31m"),
]


def _controls(text: str) -> set[str]:
    bidi = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"
    return {letter for letter in text if letter in bidi or (unicodedata.category(letter) == "Cc" and letter not in "\t\n")}


@pytest.mark.parametrize("arguments", FETCHED + LOCAL, ids=lambda arguments: ascii(" ".join(arguments))[:60])
def test_no_control_character_is_printed(arguments: tuple[str, ...], folder: Path, origin: str) -> None:
    result = moviescrape(*(argument.replace("{origin}", origin) for argument in arguments))
    assert (_controls(result.stdout), _controls(result.stderr)) == (set(), set())
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception


def test_every_command_is_tried() -> None:
    assert {arguments[0] for arguments in LOCAL} >= set(COMMANDS)
