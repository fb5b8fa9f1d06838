"""What a reader sees of a page."""

import pytest

from moviescrape.pages.visible_text import MAX_BYTES, visible_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (b"<p>A &amp; B</p>", "A & B"),
        (b"<title>T</title><head>h</head><p>A</p>", "T A"),
        (b"<script>if (a < b) x = '</p>'</script>A", "A"),
        (b"A<!-- B -->C", "A C"),
        (b"A<script>never closed", "A"),
        (b"<p>A\n\n B\t</p>", "A B"),
        (b"\xff\xfe", "\ufffd\ufffd"),
        (b"", ""),
    ],
)
def test_tags_scripts_and_comments_are_not_seen(html: bytes, text: str) -> None:
    assert visible_text(html) == text


def test_of_a_long_page_the_first_part_is_read() -> None:
    assert len(visible_text(b"a" * (2 * MAX_BYTES))) == MAX_BYTES
