"""Pages saved as one file: what the message says of address and charset is kept, its encoding undone."""

import base64
import contextlib
import quopri
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.errors import SourceError
from moviescrape.pages.files import read_page
from moviescrape.pages.mhtml import read_mhtml

_MESSAGE = """\
From: <Saved by Blink>
Snapshot-Content-Location: https://movies.example/title/tt0000001/
Subject: A page
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----edge"

------edge
Content-Type: text/html
Content-ID: <advert@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://adverts.example/frame

<p>advert</p>
------edge
Content-Type: text/html; charset="{charset}"
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: {encoding}
Content-Location: https://movies.example/title/tt0000001/

{body}
------edge
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------edge--
"""


def _message(html: str, charset: str, encoding: str) -> bytes:
    raw = html.encode(charset)
    coded = quopri.encodestring(raw) if encoding == "quoted-printable" else base64.encodebytes(raw)
    text = _MESSAGE.format(charset=charset, encoding=encoding, body=coded.decode("ascii"))
    return text.replace("\n", "\r\n").encode("ascii")


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize(
    ("charset", "html"), [("utf-8", "<p title=x>Amélie 天使</p>" + "long " * 40), ("windows-1251", "<p>Сталкер</p>")]
)
def test_the_page_of_the_snapshot_is_read(tmp_path: Path, encoding: str, charset: str, html: str) -> None:
    path = tmp_path / "page.mht"
    path.write_bytes(_message(html, charset, encoding))
    page = read_page(path)
    assert page.body.decode(charset).strip() == html.strip()
    assert page.url == "https://movies.example/title/tt0000001/"
    assert page.headers == {"content-type": f"text/html; charset={charset}"}
    assert page.name == str(path)


def test_mhtml_under_another_suffix_is_recognised(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(_message("<p>x</p>", "utf-8", "base64"))
    assert b"<p>x</p>" in read_page(path).body


def test_the_start_parameter_wins() -> None:
    message = _message("<p>x</p>", "utf-8", "base64").replace(b'type="text/html";', b'start="<advert@mhtml.blink>";')
    assert read_mhtml(message, name="page.mht").body.strip() == b"<p>advert</p>"


def test_a_message_without_html() -> None:
    message = EmailMessage()
    message.set_content("only text")
    with pytest.raises(SourceError, match=r"page\.mht: no HTML"):
        read_mhtml(message.as_bytes(), name="page.mht")


@given(st.binary(max_size=300))
def test_anything_after_the_head_gives_a_page_or_our_own_error(tail: bytes) -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n"
    with contextlib.suppress(SourceError):
        assert read_mhtml(head + tail, name="page.mht").body
