"""Two pages of one form as one."""

import pytest

from moviescrape.parse.dom.joined import join_documents


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (b"<ul><li>A<li>B</ul>", b"<ul><li>C</ul>", b"<ul><li>A</li><li>B</li><li>C</li></ul>"),
        (b"<div id='p1'><b>A</b></div>", b"<div id='p2'><b>B</b><b>C</b></div>", b'<div id="p1"><b>A</b><b>B</b><b>C</b></div>'),
        (b"<p>A</p>", b"", b"<p>A</p>"),
    ],
)
def test_what_repeats_is_put_behind(first: bytes, second: bytes, joined: bytes) -> None:
    assert joined in join_documents(first, second)


def test_what_stands_once_on_both_pages_is_kept_once() -> None:
    assert join_documents(b"<h1>Films</h1><p>1</p>", b"<h1>Films</h1><p>2</p>").count(b"<h1>") == 1
