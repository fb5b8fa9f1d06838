"""What a page's heading and title say it is about: a movie's name and year, without the site's own words around them."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from moviescrape.parse.dom.document import Node
from moviescrape.parse.model import Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.values.titles import read_title
from moviescrape.parse.values.years import read_year


class Headline(NamedTuple):
    """`title` and, where the headline says it, `year`; `certain` where heading and page title agree on the name."""

    title: str
    year: int | None
    certain: bool


_YEAR = r"(?:18[89]|19\d|20\d)\d"
_BRACKETS = re.compile(rf"^(.*?\S)\s*[(\[（](?:[^()\[\]（）]{{0,40}}?(?<!\d))?({_YEAR})(?!\d)[^()\[\]（）]{{0,30}}[)\]）]")
_ENDING_YEAR = re.compile(rf"(.{{1,160}}?),?\s({_YEAR})")
_FILM_OF = re.compile(
    rf"(?:^|[\s(])(?:films?|movies?|tv series|série|serie)\s+(?:de\s+)?({_YEAR})(?!\d)|(?<!\d)({_YEAR})\s+(?:film"
    rf"|movie)\b",
    re.I,
)
_LOOSE = re.compile(r"([(\[（])\s|\s([)\]）])")
"""White space inside a bracket: a link stands in it."""
_CERTIFICATE = re.compile(r"\s?[(\[](?:PG(?:-?13)?|R|U|NC-?17|12A?|15|16|18|FSK \d{1,2}|\d{1,2}\+)[)\]]\s?$")
"""An age certificate behind a name."""
_KIND = re.compile(
    r"^(?:(?:film|movie|film ?night|movie ?night|film ?club|filmtipp|kino|cinema|ciné-?club|película|filme)\s?[:|]\s"
    r"|фильм\s|кино\s?:\s|(?:فيلم|فیلم)\s)",
    re.IGNORECASE,
)
"""The kind of thing before a name: "Film: ...", «Фильм ...»."""
_CUT = re.compile(r"\s{1,3}[|•·»«:]{1,5}\s{1,3}|\s{1,3}[-–—]\s{1,3}|\s{0,3}\|\s{0,3}|_(?=\S{1,60}$)")
_LONGEST = 300
_SECTION = re.compile(
    r"(?:user |critics? |all |full )*(?:reviews?|cast(?: (?:and|&) crew)?|home|(?:official )?trailers?|showtimes"
    r"|(?:book )?tickets?|story ?line|plot(?: summary)?|summary|about|sinopsis|synopsis|sinossi|trama|handlung|inhalt"
    r"|resumen|sinopse|fabuła|opis|děj|obsah"
    r"|описание|сюжет|о фильме|줄거리|あらすじ|ストーリー|剧情简介|剧情"
    r"|watch video|horaires|séances|spielzeiten|trivia|quotes|photos?"
    r"|images?|videos?|trailers?"
    r"|comments?|soundtracks?|awards?|news|faq|details|overview|credits"
    r"|kritiken|besetzung|critiques|casting|recensies|komentáře|отзывы)",
    re.IGNORECASE,
)
"""A page below a movie's own, whose heading names its part."""


def read_headline(root: Node, address: PageAddress) -> Headline | None:
    """Return the name and year that the page's heading and titles give; None where it has neither."""
    headings = [text for node in root.select("h1") if (text := node.text) and len(text) <= _LONGEST]
    titles = [text for text in (_meta(root, "og:title"), _page_title(root)) if text and len(text) <= _LONGEST]
    site = _site_words(root, address)
    year = next((year for text in (*headings[:1], *titles) if (year := headline_year(text))), None)
    named = [name for text in titles if (name := headline_name(text, site))]
    for heading in headings:
        name = headline_name(heading, site)
        if name and (bare := _ENDING_YEAR.fullmatch(name)) and not any(_fold(name) in _fold(text) for text in titles):
            name, year = bare[1], year or read_year(bare[2])  # "Room 2015", where the titles say "Room"
        if name and not _SECTION.fullmatch(name) and any(_fold(name) in _fold(text) for text in titles):
            return Headline(name, year, certain=True)
    name = next(iter(named), None) or next((name for text in headings if (name := headline_name(text, site))), None)
    return Headline(name, year, certain=False) if name else None


def read_headline_year(root: Node, address: PageAddress) -> Extraction | None:
    """Return the year in the headline of a page about one movie: of its first release; marked-up dates may be of one country."""
    headline = read_headline(root, address)
    if headline is None or headline.year is None:
        return None
    return Extraction(
        Extractor.HEADLINE, PageKind.TITLE, [Record({"year": headline.year}, {"year": "the page's title or heading"})]
    )


def headline_name(text: str, site: frozenset[str] = frozenset()) -> str | None:
    """Return the movie's name in a headline.

    >>> headline_name("Heat (1995) - Movie Base"), headline_name("Heat | Film-Base", frozenset({"filmbase"}))
    ('Heat', 'Heat')
    """
    text = _CERTIFICATE.sub("", _LOOSE.sub(r"\1\2", " ".join(text.split())))
    text = _KIND.sub("", text)
    if name := reviewed_name(text):
        return name
    found = _BRACKETS.match(text)
    if found:
        return read_title(found[1])
    parts = [part for part in _CUT.split(text) if part]
    while len(parts) > 1 and _is_of_site(parts[-1], site):
        text = text[: text.rindex(parts.pop())].rstrip(" |•·»«:-–—_")
    while len(parts) > 1 and _is_of_site(parts[0], site):
        first = parts.pop(0)
        text = text[text.index(first) + len(first) :].lstrip(" |•·»«:-–—_")
    return read_title(text) if not _is_of_site(text, site) else None


_REVIEW = (
    r"review|kritik|filmkritik|critique|crítica|critica|recensione|recenzja|recenze|recenzia|recensie|recension|anmeldelse"
    r"|arvostelu|kritika|eleştirisi|inceleme|cronică|рецензия|рецензія|рецензия на фильм|ревю|κριτική|影评|レビュー|리뷰"
)
_BEFORE_REVIEW = "(?:movie|film|cinema|kino|cin[eé]|blu-ray|dvd|festival|netflix|streaming|capsule|quick|early|our|my|the)"
_OF = "of|de|du film|zu|zum film|di|del film|van|filmu|фильма"
_REVIEWED = re.compile(
    rf"^(?:(?:{_BEFORE_REVIEW})\s)?(?:{_REVIEW})(?:(?: (?:{_OF}))?\s?[:|–—-]\s?| (?:{_OF})\s)(?P<behind>.{{2,200}})$"
    rf"|^(?P<before>.{{2,120}}?)\s?(?:[:|–—,-]\s|\s)(?:la |die |el )?(?:(?:movie|film|blu-ray|dvd)[\s-])?(?:{_REVIEW})"
    rf"(?:\s?[:|–—,(-].{{0,200}}| (?:{_OF}|del?|du|von) .{{0,200}})?$",
    re.IGNORECASE,
)
"""The headline of a review, with the name of what is reviewed: "Heat review - a duel", "Review: ‘Heat’ Is a Duel"."""
_QUOTED = re.compile(r"^[‘“«„\"'「『《](.{1,100}?)[’”»“\"'」』》](?=[\s,:(]|$)")


def reviewed_name(text: str) -> str | None:
    """Return the name of what a review's headline says is reviewed, None for another headline.

    >>> reviewed_name("Heat review – a duel"), reviewed_name("Review: ‘Heat’ Is a Duel"), reviewed_name("Heat")
    ('Heat', 'Heat', None)
    """
    found = _REVIEWED.match(" ".join(text[:_LONGEST].split()))
    if not found:
        return None
    name = found["before"] or _CUT.split(found["behind"])[0]
    quoted = _QUOTED.match(name)
    return read_title(quoted[1] if quoted else name)


def read_reviewed(root: Node) -> str | None:
    """Return the name of what a page's heading or titles say it reviews, None where they don't speak of a review."""
    texts = [*(node.text for node in root.select("h1")[:_FIRST_HEADINGS]), _meta(root, "og:title"), _page_title(root)]
    return next((name for text in texts if text and len(text) <= _LONGEST and (name := reviewed_name(text))), None)


_FIRST_HEADINGS = 2


def title_parts(text: str) -> list[str]:
    """Return the parts of a page's title: a name, a section, the site's name, in any order.

    >>> title_parts("Heat | Trailer | Roxy")
    ['Heat', 'Trailer', 'Roxy']
    """
    return [part.strip() for part in _CUT.split(" ".join(text.split())) if part.strip()]


def is_section(text: str) -> bool:
    """Return whether a text names a part of a movie's pages and no movie: "Trailer", "Cast & Crew"."""
    return bool(_SECTION.fullmatch(text))


def headline_year(text: str) -> int | None:
    """Return the year in a headline: in brackets, or beside the word film; a bare number may be part of the name.

    >>> headline_year("Heat (1995) - Base"), headline_year("Nuit - Film 2020 - Base"), headline_year("Blade Runner 2049")
    (1995, 2020, None)
    """
    found = _BRACKETS.match(_LOOSE.sub(r"\1\2", " ".join(text.split())))
    if found:
        return read_year(found[2])
    beside = _FILM_OF.search(text)
    return read_year(beside[1] or beside[2]) if beside else None


_GENERIC = frozenset(
    ["film", "filmonline", "movie", "movies", "films", "kino", "cinema", "trailer", "imdb", "watchonline", "tvseries"]
)


def _is_of_site(part: str, site: frozenset[str]) -> bool:
    letters = _letters(part)
    return letters in site or letters in _GENERIC or bool(_FILM_OF.fullmatch(part.strip()))


def _site_words(root: Node, address: PageAddress) -> frozenset[str]:
    """Return the site's name as it may stand in a headline: its og:site_name, its host."""
    host = (urlsplit(address.base or address.url or "").hostname or "").removeprefix("www.")
    labels = host.split(".")
    names = [_meta(root, "og:site_name"), host, *(labels[-2:-1]), *labels[:1]]
    return frozenset(letters for name in names if name and (letters := _letters(name)))


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


def _page_title(root: Node) -> str | None:
    node = root.first("title")
    return node.text if node else None


def _meta(root: Node, name: str) -> str | None:
    node = root.first(f'meta[property="{name}"], meta[name="{name}"]')
    return " ".join((node.attribute("content") or "").split()) or None if node else None
