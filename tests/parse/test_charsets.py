"""Charset labels as browsers read them, wherever a page declares them."""

import pytest
import webencodings

from moviescrape.parse.charsets import declared_codecs, find_codec
from moviescrape.parse.decode import to_utf8

OLD_TEXTS = {
    "x-sjis": "風の駅", "windows-31j": "風の駅", "shift-jis": "風の駅", "iso-2022-jp": "風の駅",
    "x-euc-jp": "風の駅", "big5-hkscs": "海邊的早晨",
    "gb_2312": "海边的早晨", "cn-gb": "海边的早晨", "ks_c_5601-1989": "바다의 아침", "euckr": "바다의 아침",
    "win-1251": "Дом у реки",
    "koi": "Дом у реки", "cp866": "Дом у реки", "mac-cyrillic": "Дом у реки",
    "x-cp1250": "Žlutá řeka", "ibm852": "Žlutá řeka",
    "iso8859_2": "Žlutá řeka", "windows1254": "Gümüş ığdır", "sun_eu_greek": "Το σπίτι",
    "logical": "בית על הנהר",
    "arabic": "بيت", "tis620": "บ้านริมน้ำ", "ISO-8859-1": "Café Août",
    "x-mac-roman": "Café Août", "latin-9": "Café",
}  # fmt: skip


@pytest.mark.parametrize(("label", "text"), OLD_TEXTS.items())
def test_labels(label: str, text: str) -> None:
    codec = find_codec(label)
    assert codec is not None
    html, _ = to_utf8(f'<meta charset="{label}"><p>{text}</p>'.encode(codec))
    assert text in html.decode()


def test_every_label_of_the_standard_names_a_codec() -> None:
    unknown = {str(webencodings.lookup(label).name) for label in webencodings.LABELS if find_codec(label) is None}
    assert unknown <= {"utf-16le", "utf-16be", "replacement"}


@pytest.mark.parametrize(
    ("page", "said", "codecs"),
    [
        (b"<meta charset=koi8-r>", "", ["koi8-r"]),
        (b"<META content='text/html; charset=windows-1251' http-equiv=x>", "", ["cp1251"]),
        (b"<?xml version='1.0' encoding='iso-8859-2'?>", "", ["iso8859-2"]),
        (b"<meta content='text/html; charset=iso-8859&#45;2'>", "", ["iso8859-2"]),
        (b"<script>" + b"x" * 9_000 + b"</script><meta charset='windows-1251'>", "", ["cp1251"]),
        (b"<meta charset='utf-16'>", "text/html; charset=windows-1250", ["cp1250"]),
        (b"<meta charset=''><meta charset='x'>", "text/html; charset", []),
        (b"<p>charset=koi8-r</p>", "", []),
    ],
)
def test_where_a_page_declares_it(page: bytes, said: str, codecs: list[str]) -> None:
    assert list(declared_codecs(page, said)) == codecs


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_wide_pages_and_byte_order_marks(encoding: str) -> None:
    html, _ = to_utf8("<!DOCTYPE html><p>Ночь</p>".encode(encoding))
    assert html.decode() == "<!DOCTYPE html><p>Ночь</p>"
