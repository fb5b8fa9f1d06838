"""Numbered pages, however their addresses count."""

import pytest

from moviescrape.parse.paging.page_numbers import page_before, read_page_of
from support.list_pages import HERE, paging


def _links(*pairs: tuple[object, str]) -> str:
    return '<div class="nav">' + " ".join(f'<a href="{href}">{text}</a>' for text, href in pairs) + "</div>"


def _numbered(template: str, numbers: range, step: int = 1, first: int = 1) -> str:
    return _links(*((number, template.format(first + step * (number - 1))) for number in numbers))


@pytest.mark.parametrize(
    ("template", "step", "first"),
    [
        ("?page={}", 1, 1),
        ("?p={}", 1, 1),
        ("?pagina={}", 1, 1),
        ("?sort=year&page={}&size=50", 1, 1),
        ("/top/page/{}/", 1, 1),
        ("/top/{}", 1, 1),
        ("/top/page-{}.html", 1, 1),
        ("/top/strana-{}/", 1, 1),
        ("?page={}", 1, 0),
        ("?start={}", 50, 0),
        ("?start={}", 50, 1),
        ("?offset={}", 20, 0),
        ("?from={}", 25, 0),
        ("?sf_paged={}", 1, 1),
        ("?seite={}", 1, 1),
        ("?x[page]={}", 1, 1),
        ("?q=2&page={}", 1, 1),
    ],
)
def test_the_next_number_is_the_next_page(template: str, step: int, first: int) -> None:
    found = paging("1 " + _numbered(template, range(2, 6), step, first))
    expected = template.format(first + step)
    assert found.next_url == "https://films.example" + (expected if expected[0] == "/" else f"/top{expected}")
    assert (found.page, found.last_page) == (1, 5)


@pytest.mark.parametrize("here", [f"{HERE}?page=3", f"{HERE}?page=3&ref=x", f"{HERE}?sort=year&page=3"])
def test_the_page_is_known_by_its_address(here: str) -> None:
    found = paging(_links((1, "?page=1"), (2, "?page=2"), (4, "?page=4"), (9, "?page=9")), here)
    assert (found.next_url, found.page, found.last_page) == (f"{HERE}?page=4", 3, 9)


@pytest.mark.parametrize("mark", ["<span>3</span>", '<li class="current">3</li>', "<strong>3</strong>", "<em>[3]</em>"])
def test_the_page_is_known_by_its_mark_where_the_address_doesnt_tell(mark: str) -> None:
    found = paging(f'<nav><a href="?page=2">2</a>{mark}<a href="?page=4">4</a></nav>')
    assert (found.next_url, found.page) == (f"{HERE}?page=4", 3)


def test_a_page_left_out_of_the_links_has_the_address_that_they_show() -> None:
    found = paging("1 ... " + _links((11, "?page=11"), (12, "?page=12")))
    assert (found.next_url, found.last_page) == (f"{HERE}?page=2", 12)


def test_the_last_page_has_none_after_it() -> None:
    found = paging(_links((1, "?page=1"), (2, "?page=2"), (3, "?page=3")), f"{HERE}?page=4")
    assert (found.next_url, found.goes_on, found.page, found.last_page) == (None, None, 4, 4)


@pytest.mark.parametrize(
    "label",
    ["Page {}", "Go to page {}", "Seite {}", "Página {}", "Aller à la page {}", "第{}页", "{}ページ目", "[{}]", "صفحه {}"],
)
def test_pages_are_known_by_their_labels(label: str) -> None:
    html = "".join(f'<a href="?page={n}" aria-label="{label.format(n)}"><i></i></a>' for n in (2, 3))
    assert paging(html).next_url == f"{HERE}?page=2"


def test_digits_of_any_script() -> None:
    assert paging(_links(("۲", "?page=2"), ("۳", "?page=3"))).next_url == f"{HERE}?page=2"


def test_a_drop_down_list_of_pages() -> None:
    html = "".join(f'<option value="?page={n}">{n}</option>' for n in (1, 2, 3))
    found = paging(f"<select>{html}</select>")
    assert (found.next_url, found.last_page) == (f"{HERE}?page=2", 3)


@pytest.mark.parametrize(
    "html",
    [
        _links((2019, "/top/2019"), (2020, "/top/2020")),  # years
        _numbered("/programme/2026-05-{:02}", range(2, 9)),  # days
        _numbered("?day={}", range(2, 9)),
        _numbered("?season={}", range(2, 5)),
        _numbered("?rating={}", range(2, 5)),
        _numbered("?comment-page={}", range(2, 5)),
        _links((1, "/film/1-a"), (2, "/film/2-b")),  # ranks
        _links((2, "https://other.example/top?page=2"), (3, "https://other.example/top?page=3")),
        _links((2, "/news?page=2"), (3, "/news?page=3")),  # of another list
        _links((2, "?a=17"), (3, "?a=4")),
        _links((2, "?x=2")),  # one link alone, of no known name
        _links((24, "?limit=24"), (48, "?limit=48")),
    ],
)
def test_numbers_that_are_no_pages(html: str) -> None:
    found = paging(html)
    assert (found.next_url, found.goes_on, found.last_page) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("Page 1 of 9", (1, 9)),
        ("page 2/12", (2, 12)),
        ("Seite 1 von 3", (1, 3)),
        ("Page 3 sur 14", (3, 14)),
        ("Página 1 de 20", (1, 20)),
        ("Pagina 1 di 4", (1, 4)),
        ("Pagina 2 van 8", (2, 8)),
        ("Strona 1 z 40", (1, 40)),
        ("Страница 1 из 7", (1, 7)),
        ("Сторінка 2 з 5", (2, 5)),
        ("Sida 1 av 6", (1, 6)),
        ("Side 1 af 6", (1, 6)),
        ("Sivu 1/3", (1, 3)),
        ("第 2 页 / 共 12 页", (2, 12)),
        ("第1页，共9页", (1, 9)),
        ("共 9 页 第 1 页", (1, 9)),
        ("1/9页", (1, 9)),
        ("1 / 9 ページ", (1, 9)),
        ("12ページ中1ページ目", (1, 12)),
        ("1/5 페이지", (1, 5)),
        ("صفحه 1 از 30", (1, 30)),
        ("Σελίδα 1 από 3", (1, 3)),
        ("Trang 1/6", (1, 6)),
        ("Halaman 1 dari 9", (1, 9)),
        ("8 of 10", None),
        ("Page 9 of 1", None),
        ("Homepage", None),
        ("Rated 4/5", None),
        ("page 12", None),
    ],
)
def test_lines_that_say_which_page_it_is(text: str, pages: tuple[int, int] | None) -> None:
    assert read_page_of(text) == pages


def test_a_line_alone_shows_that_the_list_goes_on() -> None:
    assert paging("<p>Page 1 of 9</p>").goes_on == "page 1 of 9"
    assert paging("<p>Page 9 of 9</p>").goes_on is None


@pytest.mark.parametrize(
    ("here", "next_url", "page"),
    [
        (HERE, f"{HERE}?page=2", 1),
        (f"{HERE}?page=4", f"{HERE}?page=5", 4),
        (f"{HERE}?start=51", f"{HERE}?start=101", 2),
        (f"{HERE}?start=50&sort=a", f"{HERE}?sort=a&start=100", 2),
        (HERE, f"{HERE}?offset=30", 1),
        (f"{HERE}/page/3/", f"{HERE}/page/4/", 3),
        (f"{HERE}?page=5", f"{HERE}?page=4", None),
        (HERE, "https://films.example/top?cursor=b64", None),
    ],
)
def test_a_page_is_known_by_the_address_of_the_next(here: str, next_url: str, page: int | None) -> None:
    assert page_before(next_url, here) == page


def test_stars_to_vote_with_are_no_pages() -> None:
    votes = "".join(f'<a href="/vote?page={n}">{n}</a>' for n in range(1, 11))
    assert paging(votes.replace("/vote", "") * 8).next_url is None


@pytest.mark.parametrize("url", ["?page=" + "2" * 5_000, "?" + "2&" * 4_000, "/top/" + "2/" * 4_000, "?" + "a" * 8_000 + "=2"])
def test_long_addresses_are_no_pages_and_cost_little(url: str) -> None:
    html = _links(*((number, f"{url}&{number}") for number in range(2, 200)))
    assert paging(html, f"{HERE}{url}").last_page is None
