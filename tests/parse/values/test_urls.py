"""Joining and canonical forms of URLs."""

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from moviescrape.parse.values.urls import absolute_url, canonical_url, same_page

LINKS = st.text(alphabet="/ab.~-?&=%+:;,#@ é", max_size=25)


@given(LINKS, st.sampled_from(["http://h.example/a/b?c#d", "https://h.example:8443/", "http://h.example"]))
def test_joining_is_urljoin_for_links_that_lead_to_a_page(link: str, base: str) -> None:
    joined = absolute_url(base, f"/{link}")
    assert joined is None or joined == urljoin(base, "".join(f"/{link}".split()))


@given(st.one_of(st.none(), st.integers(), st.text()), st.one_of(st.none(), st.text()))
def test_joining_never_raises_and_gives_web_addresses_only(link: object, base: str | None) -> None:
    joined = absolute_url(base, link)
    assert joined is None or joined.lower().startswith(("http://", "https://"))


@given(st.text(alphabet="/ab.~-?&=%:;,#@", max_size=25))
def test_the_canonical_form_is_its_own_canonical_form(rest: str) -> None:
    once = canonical_url(f"http://h.example/{rest}")
    assert once is None or canonical_url(once) == once
    assert once is None or "#" not in once


def test_a_query_that_names_the_movie_stays_and_tracking_goes() -> None:
    assert canonical_url("https://h.example/film.php?id=3") == "https://h.example/film.php?id=3"
    assert canonical_url("https://h.example/title/tt1/?ref_=adv_li_tt&pf_rd_m=A2#cast") == "https://h.example/title/tt1/"
    assert canonical_url("https://h.example/f?utm_source=x&id=3&ref=y") == "https://h.example/f?id=3"


def test_links_that_lead_to_no_page_are_none() -> None:
    for link in (
        "mailto:a@b.example",
        "javascript:void(0)",
        "",
        "  ",
        "http://[::1",
        "ftp://h.example/x",
        "http://h.example:port/",
    ):
        assert absolute_url("https://h.example/", link) is None, link


def test_the_same_page_by_other_spellings() -> None:
    assert same_page("http://www.h.example/a%20b/", "https://m.h.example/a b")
    assert not same_page("https://h.example/film?id=3", "https://h.example/film?id=4")
    assert not same_page(None, None)
