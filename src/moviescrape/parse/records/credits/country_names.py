"""Know the names of countries that make films, in fifty languages. The list is built by `tests/bench/country_names.py`."""

import re
import unicodedata
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("country_names.txt")
_OTHERS = (
    "usa|u.s.a.|us|u.s.|uk|u.k.|gb|d|a|f|i|ch|e|b|nl|dk|s|n|p|pl|cz|sk|hu|ro|irl|isl|fin|brd|ddr|br deutschland|de|at|fr"
    "|it|es|be|j|jp|jpn|kr|kor|cn|chn|ind|arg|bra|mex|aus|cdn|swe|nor|fra|ger|deu|ita|esp|por|tur|isr|rus|ukr|lux|aut|sui|che"
    "|cze|pol|hun|rou|slo|svk"
    "|great britain|britain|england|scotland|wales|czech republic|czechoslovakia|yugoslavia|soviet union|ussr|west germany"
    "|east germany|korea|south korea|holland|russia|macedonia|palestine|turkey|burma|hong kong|taiwan"
    "|großbritannien|tschechien|tschechoslowakei|jugoslawien|sowjetunion|udssr|westdeutschland|südkorea"
    "|grande-bretagne|royaume-uni|états-unis|etats-unis|tchécoslovaquie|yougoslavie|urss|corée du sud|république tchèque"
    "|ee.uu.|eeuu|ee. uu.|ee uu|reino unido|gran bretaña|inglaterra|checoslovaquia|corea del sur|república checa|eua|e.u.a."
    "|gran bretagna|stati uniti|cecoslovacchia|corea del sud|repubblica ceca|grã-bretanha|estados unidos|coreia do sul"
    "|verenigde staten|groot-brittannië|engeland|tsjechië|vs|zuid-korea|wielka brytania|czechosłowacja|zsrr|rfn|nrd"
    "|korea południowa"
    "|čr|čssr|čsr|česko|česká republika|československo|sssr|nsr|slovensko|velká británie|jižní korea|veľká británia"
    "|csehország|egyesült államok|nagy-britannia|storbritannien|sydkorea|tjeckien|storbritannia|sør-korea|iso-britannia"
    "|yhdysvallat|etelä-korea|сша|ссср|великобритания|англия|чехия|чехословакия|южная корея|корея|чсср|гдр|фрг|срср"
    "|великобританія"
    "|ηπα|η.π.α.|μ. βρετανία|αγγλία|abd|a.b.d.|ingiltere"
    "|birleşik krallık|güney kore|アメリカ|イギリス|韓国|美国|英国|香港|台湾|한국|미국|영국"
    '|ארה"ב|ארצות הברית|أمريكا|الولايات المتحدة|بريطانيا|آمریکا|انگلستان'
)
"""Short forms, countries that are no more, and letters as programmes of cinemas use them."""
_AND = re.compile(r"\s?[/,;&+·、／،]\s?|\s(?:and|und|et|y|e|i|en|och|og|ja|és|и|та|a)\s")
_LONGEST = 120


def fold_name(name: str) -> str:
    """Return a country's name with its case and white space folded.

    >>> fold_name(" France ")
    'france'
    """
    return " ".join(unicodedata.normalize("NFKC", name).replace("’", "'").casefold().split())


def is_country(text: str) -> bool:
    """Return whether a text is the name of a country, or of several: "D/A", "France, Belgique", "Deutschland und Polen".

    >>> is_country("France"), is_country("D/A"), is_country("Italia e Francia"), is_country("Drama")
    (True, True, True, False)
    """
    if not text or len(text) > _LONGEST:
        return False
    parts = [part for part in _AND.split(text) if part]
    if len(parts) == 1 and not _is_named(text):
        parts = text.split("-")
    return (bool(parts) and all(map(_is_named, parts))) or _is_named(text)


def _is_named(text: str) -> bool:
    """Return whether a text is one country's name; letters that stand for one are capitals."""
    return fold_name(text) in _names() and (len(text) > _ABBREVIATED or text.upper() == text)


_ABBREVIATED = 3


@cache
def _names() -> frozenset[str]:
    return frozenset(FILE.read_text(encoding="utf-8").splitlines()) | frozenset(_OTHERS.split("|"))
