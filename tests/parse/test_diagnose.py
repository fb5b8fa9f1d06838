"""What a page without movies is, for sites that we know and for others."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from moviescrape.pages.page import Page
from moviescrape.parse import PageKind, parse_page
from moviescrape.parse.diagnose import _NO_RESULTS, _says_no_results, is_cut

FILLER = "<p>Some words about nothing in particular.</p>"


def _kind(title: str, body: str, url: str | None = None, status: int = 200) -> PageKind:
    html = f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{body}</body></html>"
    return parse_page(Page(html.encode(), url=url, status=status)).kind


@pytest.mark.parametrize(
    "title",
    [
        "404 Not Found",
        "Error 404",
        "Page not found - Films",
        "Seite nicht gefunden",
        "Страница не найдена",
        "页面不存在",
        "500 Internal Server Error",
        "503 Service Unavailable",
    ],
)
def test_error_pages(title: str) -> None:
    assert _kind(title, FILLER) is PageKind.ERROR


@pytest.mark.parametrize("title", ["500 Days of Summer", "The 404 best songs", "Lost and Found", "410 kilometres on foot"])
def test_numbers_alone_are_no_error(title: str) -> None:
    assert _kind(title, FILLER) is PageKind.OTHER


def test_a_bad_status_is_an_error_page() -> None:
    assert _kind("Films", FILLER, status=500) is PageKind.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "No results found for zzz",
        "Keine Treffer",
        "Aucun résultat",
        "Žádné výsledky",
        "没有找到相关的电影",
        "검색 결과가 없습니다",
        "There are no films here",
    ],
)
def test_empty_lists(text: str) -> None:
    assert _kind("Search", f"<p>{text}</p>") is PageKind.EMPTY


def test_what_only_a_script_says_is_not_shown() -> None:
    assert _kind("Search", f"{FILLER}<script>var t='No results found'</script><!-- No results found -->") is PageKind.OTHER


def test_items_without_titles_are_a_changed_layout() -> None:
    items = '<div class="lister-item mode-advanced"><h4 class="renamed">Tin Moon</h4></div>' * 5
    assert _kind("Search - IMDb", items, url="https://www.imdb.com/search/title/") is PageKind.CHANGED


def test_a_known_sites_movie_page_that_cant_be_read_is_a_changed_layout() -> None:
    assert _kind("", "<div>new design</div>", url="https://www.imdb.com/title/tt9000001/") is PageKind.CHANGED


@pytest.mark.parametrize("body", [b"", b"   ", b"plain words", b"\x00\x01\x02"])
def test_no_html_is_unreadable(body: bytes) -> None:
    assert parse_page(Page(body)).kind is PageKind.UNREADABLE


@pytest.mark.parametrize(
    ("html", "cut"),
    [
        (b"<html><body><ul><li>One</li><li>Two", True),
        (b"<html><body><p>One <a href='/x", True),
        (b"<html><body><script>var a = 1;", True),
        (b"<html><body><p>never closed, but whole", False),
        (b"<html><body><ul><li>One</ul></body>", False),
        (b"<li>a fragment", False),
        (b"", False),
    ],
)
def test_cut_pages(html: bytes, cut: bool) -> None:
    assert is_cut(html) is cut


def test_a_cut_list_says_so_beside_its_movies() -> None:
    items = "".join(f'<div itemscope itemtype="http://schema.org/Movie"><b itemprop="name">Film {i}</b></div>' for i in "ABC")
    parsed = parse_page(Page(f"<html><body><div>{items}<div><a hre".encode()))
    assert len(parsed.movies) == 3
    assert "breaks off" in parsed.notes[0]


def test_a_page_that_a_script_draws_says_how_to_get_it() -> None:
    page = parse_page(Page(b"<div id=root></div><script src=a.js></script>"))
    problem = page.problem
    assert page.kind is PageKind.OTHER
    assert "JavaScript" in str(problem)
    assert "save the page in your browser" in str(problem)


def test_a_page_that_sends_its_readers_on_says_where() -> None:
    page = b"<meta http-equiv=refresh content='0; url=/film/2'><p>Moved.</p>"
    assert "/film/2" in str(parse_page(Page(page)).problem)


@given(st.from_regex(_NO_RESULTS, fullmatch=True))
def test_words_looked_for_first_stand_in_every_sentence_without_results(text: str) -> None:
    assume("ı" not in text.replace("bulunamadı", "") and "İ" not in text)  # to a pattern they are "i"
    assert _says_no_results(text)
