"""Bodies of archived responses, by what their headers claim."""

import gzip
import zlib

import pytest

from moviescrape.pages.compression import BodyTooLarge
from moviescrape.pages.content_coding import decode_body

PAGE = b"<p>page</p>"
CHUNKED = {"transfer-encoding": "chunked"}


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PAGE, {}),
        (gzip.compress(PAGE, mtime=0), {"content-encoding": "gzip"}),
        (gzip.compress(PAGE, mtime=0), {}),
        (zlib.compress(PAGE), {"content-encoding": "deflate"}),
        (PAGE, {"content-encoding": "gzip"}),
        (PAGE, {"content-encoding": "unknown"}),
        (b"b\r\n" + PAGE + b"\r\n0\r\n\r\n", CHUNKED),
        (b"4;x=y\r\n<p>p\r\n7\r\nage</p>\r\n0\r\n\r\n", CHUNKED),
        (PAGE, CHUNKED),
    ],
)
def test_what_the_headers_claim_is_undone_where_it_is_so(body: bytes, headers: dict[str, str]) -> None:
    assert decode_body(body, headers, 1_000) == PAGE


def test_a_bomb_is_refused() -> None:
    with pytest.raises(BodyTooLarge):
        decode_body(gzip.compress(bytes(10**6), mtime=0), {"content-encoding": "gzip"}, 1_000)
