"""Pages cut, doubled, re-encoded, nested absurdly and broken in their attributes: read or refused, never an exception."""

import random
import re
from collections.abc import Callable

import pytest

from moviescrape.pages.page import Page
from moviescrape.parse import ParsedPage, parse_page
from support.paths import PAGES

SAVED_PAGES = sorted(PAGES.rglob("*.html"))
Damage = Callable[[bytes, random.Random], bytes]


def _cut(page: bytes, chance: random.Random) -> bytes:
    return page[: chance.randrange(len(page))]


def _without_a_part(page: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(page))
    return page[:at] + page[at + chance.randrange(500) :]


def _doubled(page: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(page))
    return page[:at] + page[at : at + 900] * 2 + page[at + 900 :]


def _re_encoded(page: bytes, chance: random.Random) -> bytes:
    return page.decode("utf-8", "replace").encode(chance.choice(["utf-16", "cp1251", "gb18030", "latin-1"]), "replace")


def _other_digits(page: bytes, chance: random.Random) -> bytes:
    return re.sub(rb"\d", lambda digit: chance.choice([b"9", b"", b"-", "٣".encode(), digit[0]]), page)


def _broken_attributes(page: bytes, chance: random.Random) -> bytes:
    what = chance.choice([b'href="', b'class="', b'content="', b"data-", b'"', b"</"])
    return page.replace(what, chance.choice([b'href="//[', b"", b'x="', b'content="99999999999999999999', b"\0"]), 9)


def _noise(page: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(page))
    return page[:at] + chance.randbytes(40) + page[at:]


DAMAGES: tuple[Damage, ...] = (_cut, _without_a_part, _doubled, _re_encoded, _other_digits, _broken_attributes, _noise)


def _is_sound(parsed: ParsedPage) -> bool:
    """Movies or a problem; no row of blanks and no value out of range."""
    return bool(parsed.movies or parsed.problem) and all(
        movie.title
        and (movie.rating is None or 0 <= movie.rating <= 10)
        and (movie.year is None or 1870 <= movie.year <= 2100)
        and (movie.runtime is None or movie.runtime > 0)
        and (movie.url is None or movie.url.startswith("http"))
        for movie in parsed.movies
    )


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__.strip("_"))
def test_damaged(damage: Damage) -> None:
    for number, file in enumerate(SAVED_PAGES):
        page = damage(file.read_bytes(), random.Random(number))  # the same damage in every run
        assert _is_sound(parse_page(Page(page, name=file.name))), file


@pytest.mark.parametrize("tag", [b"<div>", b"<table><tr><td>", b'<ul class="lister-item mode-advanced"><li>', b"<b><i>"])
def test_nested_ten_thousand_deep(tag: bytes) -> None:
    page = SAVED_PAGES[0].read_bytes().replace(b"</body>", tag * 10_000 + b"</body>")
    assert _is_sound(parse_page(Page(page, name="deep.html")))


def test_embedded_json_nested_ten_thousand_deep() -> None:
    deep = b'{"props":' + b"[" * 10_000 + b"]" * 10_000 + b"}"
    page = b'<script id="__NEXT_DATA__">' + deep + b'</script><script type="application/ld+json">' + deep + b"</script>"
    assert _is_sound(parse_page(Page(b"<html><body>" + page, name="deep.html")))


def test_an_item_that_never_ends_and_one_without_end_of_tag() -> None:
    page = b'<div class="lister-item mode-advanced"><h3 class="lister-item-header"><a href="/title/tt9000001/' + b"x" * 2_000_000
    assert _is_sound(parse_page(Page(page, url="https://www.imdb.com/search/title/", name="open.html")))
