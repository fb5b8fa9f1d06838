"""Links to the next page, in any language and only where they are meant."""

import pytest

from moviescrape.parse.paging.next_links import next_by_relation_in_bytes
from moviescrape.parse.paging.site_links import ListAddress
from support.list_pages import HERE, NEXT, paging

TEXTS = [
    "Next »",
    "Next 50",
    "Next 50 films",
    "Weiter",
    "Suivant &gt;",
    "Siguiente →",
    "下一页",
    "次へ",
    "다음",
    "التالي",
    "הבא",
    "Sonraki ›",
    "Další",
    "Następna strona",
    "Следующая",
    "Trang sau",
    "ถัดไป",
    "Berikutnya",
    "अगला",
    "Επόμενη",
    "Következő",
    "Seuraava",
    "Næste",
    "Toliau",
    "›",
    "<span>Older posts</span>",
    "Load More",
    "Show more",
    "Mehr laden",
    "Voir plus de films",
    "Показать ещё 20",
    "加载更多",
    "더보기",
    "Mostrar más",
    "More",
    "もっと見る",
    "عرض المزيد",
]
LINKS = [
    '<link rel="next" href="/top?page=2">',
    '<link rel=NEXT href="?page=2">',
    '<a rel="nofollow next" href="?page=2">2</a>',
    '<a href="?page=2" aria-label="Next page"><svg></svg></a>',
    '<a href="?page=2" aria-label="Go to next page"></a>',
    '<a href="?page=2" title="Następna">2</a>',
    '<a class="pagination__next" href="?page=2"><i></i></a>',
    '<a href="\n ?page=2 ">Next</a>',
    '<a href="https://www.films.example/top?page=2">Next</a>',
    '<a class="load_more" href="/top?page=2">Load More</a>',
    '<button data-next-url="/top?page=2">Load more</button>',
    '<button hx-get="/top?page=2" hx-swap="afterend">Show more results</button>',
]


@pytest.mark.parametrize("html", [*LINKS, *(f'<a href="?page=2">{text}</a>' for text in TEXTS)])
def test_next_pages(html: str) -> None:
    found = paging(html)
    assert found.next_url is not None
    assert found.next_url.replace("www.", "") == NEXT
    assert found.goes_on is None


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#">Next</a>',
        '<a href="/top">Next</a>',
        '<a href="/top?utm_source=x">Next</a>',
        '<a href="javascript:next()">Next</a>',
        '<a class="next disabled" href="?page=2">Next</a>',
        '<li class="disabled"><a href="?page=2">Next</a></li>',
        '<a hidden href="?page=2">Next</a>',
        '<a style="display: none" href="?page=2">Next</a>',
        '<a href="/news/next-big-thing">Next big thing</a>',
        '<a href="https://other.example/news?page=2">›</a>',
        '<a href="/film/2-b">›</a>',
        '<a href="/news/">More</a>',
        '<a href="/film/1-a">More</a>',
        '<a href="/charts/">Show more</a>',
        '<link rel="next" title="An older article" href="/2020/12/an-older-article/">',
        '<a rel="next" href="/reviews/we-are-golden/">We Are Golden</a>',
    ],
)
def test_what_is_no_next_page(html: str) -> None:
    found = paging(html)
    assert (found.next_url, found.goes_on) == (None, None)


@pytest.mark.parametrize(
    ("here", "link"),
    [
        ("https://films.example/programme/2026-05-01", "/programme/2026-05-02"),
        ("https://films.example/programme", "/programme/2026-05-02"),
        ("https://films.example/programme?date=20260501", "?date=20260502"),
        ("https://films.example/coming-soon/2026-05/", "/coming-soon/2026-06/"),
        ("https://films.example/best/2019", "/best/2020"),
    ],
)
def test_a_calendars_next_day_is_another_list(here: str, link: str) -> None:
    for html in (f'<a href="{link}">Next</a>', f'<a rel="next" href="{link}">›</a>', f'<a href="{link}">{link[-1]}</a>'):
        assert paging(html, here).next_url is None


def test_a_list_that_is_sorted_or_cut_by_dates_has_pages() -> None:
    here = "https://films.example/search?release_date=2018-01-01,2018-12-31"
    assert paging(f'<a href="{here}&start=51">Next</a>', here).next_url == f"{here}&start=51"
    assert paging('<a href="?before=2019-02-03T10:00">Older</a>').next_url == f"{HERE}?before=2019-02-03T10:00"


FETCHED = "http://127.0.0.1:8000/top"


@pytest.mark.parametrize("own", ["https://films.example/top", "http://localhost:8000/top", FETCHED])
@pytest.mark.parametrize("link", ["?page=2", "/top?page=2", "{own}?page=2", f"{FETCHED}?page=2"])
@pytest.mark.parametrize(
    "tag", ['<link rel="next" href="{}">', '<a href="{}">Next</a>', '<a href="{}">2</a>', '<a href="{}">Load more</a>']
)
def test_links_are_judged_against_the_address_that_was_fetched(own: str, link: str, tag: str) -> None:
    assert paging(tag.format(link.format(own=own)), FETCHED, own).next_url == f"{FETCHED}?page=2"


def test_the_forms_of_one_host_are_one_site() -> None:
    html = '<link rel="next" href="https://www.films.example/top?page=2">'
    assert (
        paging(html, "http://films.example/top", "https://www.films.example/top").next_url
        == "https://www.films.example/top?page=2"
    )


def test_a_relation_may_lead_to_any_path_of_the_site() -> None:
    assert paging('<link rel="next" href="/browse/2">').next_url == "https://films.example/browse/2"
    found = paging('<a rel="next" href="/browse/more?cursor=b64"><img alt=""></a>')
    assert found.next_url == "https://films.example/browse/more?cursor=b64"


def test_a_next_page_on_another_site_is_said_and_not_followed() -> None:
    found = paging('<link rel="next" href="https://other.example/top?page=2">')
    assert found.next_url is None
    assert found.goes_on == "its next page is on another site, https://other.example/top?page=2"


@pytest.mark.parametrize(
    "html",
    [
        b'<link href="/top?page=2" rel="next">',
        b"<a rel=next href='/top?page=2'>",
        b'<LINK REL="prev next" HREF="/top?page&#61;2">',
    ],
)
def test_next_by_bytes(html: bytes) -> None:
    assert next_by_relation_in_bytes(html, ListAddress(HERE, HERE, HERE)) == NEXT


def test_no_next_by_bytes() -> None:
    html = b'<link rel="prev" href="/top?page=0"><link rel="next" href="/top">'
    assert next_by_relation_in_bytes(html, ListAddress(HERE, HERE, HERE)) is None


@pytest.mark.parametrize(
    "html",
    [
        "<button>Load more</button>",
        '<a href="#">Load more</a>',
        '<a href="javascript:void(0)">Show 20 more films</a>',
        "<a>Mehr laden</a>",
        '<div role="button">Charger plus</div>',
        '<input type="button" value="Cargar más">',
        "<button>Показать ещё 20</button>",
        '<button class="btn load-more">Show more</button>',
        "<button>Show more</button>",
        '<button aria-label="Load more results"></button>',
        "<button>加载更多</button>",
        "<button>더 보기</button>",
        "<button>もっと見る</button>",
        "<button>Visa fler</button>",
        "<button>Daha fazla yükle</button>",
        "<button>Ver más películas</button>",
        "<button>50 more</button>",
        "<button>Tải thêm</button>",
        "<button>نمایش بیشتر</button>",
    ],
)
def test_a_button_without_a_link_shows_that_the_list_goes_on(html: str) -> None:
    found = paging(html)
    assert found.next_url is None
    assert (found.goes_on or "").startswith('a button "')


@pytest.mark.parametrize(
    "html",
    [
        "<button disabled>Load more</button>",
        '<button class="hidden">Load more</button>',
        "<button>Show more</button><button>Show more</button>",
        "<button>Add to list</button>",
        '<button>More</button><a href="/film/2-b">B again</a>',
    ],
)
def test_buttons_that_load_nothing_of_the_list(html: str) -> None:
    assert paging(html).goes_on is None
