"""A page that asks for too much is a problem of one line, and the others go on."""

import pytest

from moviescrape.pages.page import Page
from moviescrape.parse import PageKind, parse_page
from moviescrape.parse.budget import Budget
from moviescrape.parse.dom.limits import MAX_ATTRIBUTES, has_huge_tag
from moviescrape.parse.parser import examine, sum_up

MOVIE = b'<script type="application/ld+json">{"@type": "Movie", "name": "Ran"}</script>'
ATTRIBUTES = {
    "bare": b"a%d ",
    "with values": b"a%d=1 ",
    "quoted": b"a%d='x y' ",
    "with a closing mark": b'a%d=">" ',
    "without space": b"a%d='1'",
    "over lines": b"a%d\n=\n1\n",
}


@pytest.mark.parametrize("form", ATTRIBUTES.values(), ids=ATTRIBUTES)
def test_a_tag_of_too_many_attributes(form: bytes) -> None:
    tag = b"<a " + b"".join(form % i for i in range(MAX_ATTRIBUTES + 1))
    assert has_huge_tag(b"<html><body>" + tag + b">x</a></body></html>")
    assert has_huge_tag(b"<html><body>" + tag)
    assert not has_huge_tag(b"<html><body>" + b"<a " + b"".join(form % i for i in range(500)) + b">x</a></body></html>")


@pytest.mark.parametrize(
    "html",
    [
        b"<p>" + b"a=b " * 50_000,
        b"<script>" + b"a=b;\n" * 50_000 + b"</script>",
        b"<style>" + b"a[b=c] " * 50_000 + b"</style>",
        b"<img src='data:" + b"A" * 500_000 + b"'>",
        b"<div data-page='" + b"{a=b} " * 50_000 + b"'>",
        b"no tag at all " * 50_000,
        b"",
    ],
)
def test_long_texts_are_no_tags(html: bytes) -> None:
    assert not has_huge_tag(html)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (b"<html><body><a " + b" ".join(b"a%d=1" % i for i in range(300_000)) + b">x</a>", "10,000 attributes"),
        (b"<html><body>" + b"<div>" * 100_000 + b"x", "2,048 deep"),
    ],
)
def test_a_page_with_too_much_is_unreadable(html: bytes, said: str) -> None:
    parsed = parse_page(Page(html, name="huge.html"))
    assert parsed.kind is PageKind.UNREADABLE
    assert parsed.problem is not None
    assert said in str(parsed.problem)
    assert "\n" not in str(parsed.problem)


def test_a_page_over_its_budget_is_unreadable() -> None:
    clock = iter(range(0, 1_000, 6))
    examined = examine(Page(MOVIE + b"<p>x</p>", name="slow.html"), budget=Budget(lambda: next(clock), max_s=5))
    parsed = sum_up(examined)
    assert parsed.kind is PageKind.UNREADABLE
    assert "CPU time" in str(parsed.problem)


def test_a_page_within_its_budget_is_read() -> None:
    examined = examine(Page(MOVIE + b"<p>x</p>", name="fast.html"), budget=Budget(lambda: 0.0, max_s=5))
    assert [movie.title for movie in sum_up(examined).movies] == ["Ran"]
