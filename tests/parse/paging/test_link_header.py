"""`Link` headers of the next page (RFC 8288)."""

import pytest

from moviescrape.parse.paging.link_header import next_in_header
from support.list_pages import HERE, NEXT, paging


@pytest.mark.parametrize(
    ("header", "link"),
    [
        ('<?page=2>; rel="next"', "?page=2"),
        ("<?page=2>;rel=next", "?page=2"),
        ('<?page=2> ; REL = "last NEXT"', "?page=2"),
        ('<?page=0>; rel="prev", <?page=2>; rel="next"', "?page=2"),
        ('<?a=1,2>; title="a, b; rel=next"; rel="next"', "?a=1,2"),
        ('<?page=2>; rel="prev"', None),
        ("?page=2; rel=next", None),
        ("", None),
        ('<?page=2>; title="rel=next"', None),
    ],
)
def test_the_relation_next(header: str, link: str | None) -> None:
    assert next_in_header({"link": header}) == link


def test_a_header_says_the_same_as_a_link_of_the_page() -> None:
    assert paging("", link='</top?page=2>; rel="next"').next_url == NEXT
    assert paging("", link=f'<{HERE}>; rel="next"').next_url is None
