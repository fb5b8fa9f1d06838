"""Read a page about one movie: its headline, what it labels (Director, Cast, Running time, in many languages), lines of facts."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from urllib.parse import unquote, urlsplit

from moviescrape.parse.dom.document import Node
from moviescrape.parse.fields import put
from moviescrape.parse.headline import Headline, headline_name, headline_year, read_headline
from moviescrape.parse.labels import label_field, split_label
from moviescrape.parse.model import Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.records.film_words import FILM, SERIES, TV
from moviescrape.parse.records.known_titles import count_known
from moviescrape.parse.records.labelled_facts import find_labelled, is_name
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.records.record_facts import Facts, lines_of, read_facts
from moviescrape.parse.records.stated_facts import states_facts
from moviescrape.parse.records.title_column import HEADINGS, RecordSet
from moviescrape.parse.values.names import split_people

_FIELDS = ("directors", "actors", "runtime", "year", "genres", "languages", "country", "original_title", "rating")
_SCALED = re.compile(r"\d\s*%|\d\s*/\s*\d|\d[.,]\d")
"""A labelled rating counts where it is clearly a score and not an age: of something, or with a decimal."""
_NEAR = 40
"""Lines behind the headline that may state facts of the movie without a label."""


def read_title_page(
    page: Outline, root: Node, address: PageAddress, sets: Sequence[RecordSet] = (), stated: Collection[str] = ()
) -> Extraction | None:
    """Return the movie that a page is about, None where it is about none; `stated` are fields that standard markup has of it.

    What stands in the records of `sets` is of other movies.
    """
    headline = _headline(page, root, address, alone=not sets)
    if headline is None:
        return None
    record = Record({}, {"": "label"}, address.url)
    outside = texts_outside(page, sets, headline.title)
    facts = _facts_near(page, outside, headline.title)
    _put_facts(record, facts)
    for field, texts in find_labelled(page, root, outside):
        if field in _FIELDS and not (field == "rating" and not _SCALED.search(texts[0])):
            put(record, field, texts if field in ("directors", "actors") else ", ".join(texts))
    if not stated and not is_of_a_movie(
        record, headline, address, facts, listed=sum(len(s.group.records) for s in sets), page_title=page_title_of(root)
    ):
        return None
    if not {"rating"} & (set(stated) | record.values.keys()):
        put(record, "rating", _score_in_text(page, outside))
    put(record, "title", headline.title)
    put(record, "year", headline.year)
    put(record, "url", address.url)
    return Extraction(Extractor.GENERAL, PageKind.TITLE, [record], layout="labels")


def _headline(page: Outline, root: Node, address: PageAddress, *, alone: bool) -> Headline | None:
    """Return the page's headline; where it is the site's or there is none, and the page lists no movies (`alone`), the
    heading before the first fact of a movie."""
    headline = read_headline(root, address)
    if headline and not headline.certain and (agreed := _agreed_heading(page, page_title_of(root))):
        return Headline(headline_name(agreed) or agreed, headline.year or headline_year(agreed), certain=True)
    if headline and (headline.certain or not FILM.search(headline.title) or count_known([headline.title])):
        return headline
    return (_heading_before_facts(page) if alone else None) or headline


def _heading_before_facts(page: Outline) -> Headline | None:
    """Return the highest heading before the first fact of a movie, the last of its level; the site's own name is none."""
    heading, level = "", "h6"
    for number, tag in enumerate(page.tags):
        if tag in HEADINGS and tag <= level and (text := page.text(number)) and not label_field(text) and not FILM.search(text):
            heading, level = text, tag
        elif heading and any(split_label(page.texts[t]) or _FACT.search(page.texts[t]) for t in own_texts(page, number)):
            break
    title = headline_name(heading) if heading else None
    return Headline(title, headline_year(heading), certain=False) if title else None


def page_title_of(root: Node) -> str:
    """Return the text of a page's title element."""
    node = root.first("title")
    return node.text[:300] if node else ""


def _agreed_heading(page: Outline, title: str) -> str | None:
    """Return the first heading that the page's title begins with."""
    for number, tag in enumerate(page.tags):
        if tag in HEADINGS and page.first_text[number] < page.last_text[number]:
            text = page.texts[page.first_text[number]]
            if len(text) > _MIN_NAME and title.startswith(text) and not FILM.search(text):
                return text
    return None


_MIN_NAME = 3
_FACT = re.compile(r"^\d{2,3}\s?(?:min|['′’])|^(?:18[89]|19\d|20\d)\d$", re.IGNORECASE)


def own_texts(page: Outline, number: int) -> Iterator[int]:
    """Yield the texts that stand directly in an element."""
    return (text for text in range(page.first_text[number], page.last_text[number]) if page.owners[text] == number)


def texts_outside(page: Outline, sets: Sequence[RecordSet], title: str) -> list[int]:
    """Return the numbers of the first texts that stand in no menu and in no record of `sets` but those of `title` itself."""
    taken = bytearray(len(page) + 1)
    for number, tag in enumerate(page.tags):
        if tag in _MENU_TAGS or (tag in _MENU_BOXES and page.classes[number] and _MENU_CLASS.search(page.classes[number])):
            taken[number : page.ends[number]] = b"\1" * (page.ends[number] - number)
    for found in sets:
        rich = states_facts(page, found)
        for span in found.group.records:
            if span.text.startswith(title) and not rich:
                continue
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
    return list(islice((text for text, owner in enumerate(page.owners) if not taken[owner]), _MAX_TEXTS))


_MAX_TEXTS = 3_000
"""A movie's page says what it is about at its beginning; a long page has any word somewhere."""
_MENU_TAGS = frozenset({"nav", "footer"})
_MENU_BOXES = frozenset({"ul", "div", "ol"})
_MENU_CLASS = re.compile(r"(?<![a-z])(?:nav(?:bar|igation)?|(?:main|top|sub)?-?menu|footer|breadcrumbs?)(?![a-z])", re.IGNORECASE)


def _facts_near(page: Outline, outside: Sequence[int], title: str) -> Facts:
    """Return the facts of the lines behind the headline; where it stands several times, of those that state most."""
    lines = list(lines_of(page, outside))
    starts = [at for at, line in enumerate(lines) if " ".join(line).startswith(title)][:_MAX_STARTS] or [0]
    return max((read_facts(lines[start : start + _NEAR], title) for start in starts), key=_richness)


_MAX_STARTS = 8


def _richness(facts: Facts) -> int:
    return 2 * len(facts.labelled) + bool(facts.years) + 2 * bool(facts.runtimes)


def _put_facts(record: Record, facts: Facts) -> None:
    for name, text in facts.labelled.items():
        if name in _FIELDS and name != "rating":
            put(record, name, [each for each in split_people(text) if is_name(each)] if name in ("actors", "directors") else text)
    if facts.years:
        put(record, "year", facts.years[0])
    if len(set(facts.runtimes)) == 1:
        put(record, "runtime", facts.runtimes[0])


def is_of_a_movie(record: Record, headline: Headline, address: PageAddress, facts: Facts, listed: int, page_title: str) -> bool:
    """Return whether a page with these labelled values is about one movie, and no book, album, game, series or person."""
    said = record.values.keys() & set(_FIELDS)
    year = headline.year is not None or "year" in said or bool(facts.years)
    url = urlsplit(address.url or "")
    path = unquote(url.path)
    people = said & {"directors", "actors"}
    signs = (
        2 * bool("directors" in said)
        + 1.5 * bool("actors" in said)
        + 1.0 * year
        + 1.5 * bool("runtime" in said)
        + 0.5 * bool(said & {"genres", "country", "languages", "original_title"})
        + 1.0 * bool(FILM.search(path))
        + 0.5 * bool(FILM.search(url.hostname or ""))
        + 1.0 * bool(count_known([headline.title]))
        - 1.5 * bool(_OTHER_PAGES & set(path.lower().split("/")))
        - 2.0 * bool(_STAGE.search(path) or _STAGE.search(headline.title))
        - 1.5 * bool(FILM.search(headline.title) and not count_known([headline.title]))
        + 1.0 * bool(FILM.search(page_title.replace(headline.title, " ")))
        - 0.05 * min(listed, 20)
        - 2.0 * bool(SERIES.search(headline.title) or SERIES.search(path))
        - 1.0 * bool(TV.search(url.hostname or "") or TV.search(path))
    )
    return bool(people or ("runtime" in said and year)) and len(said) >= 2 and signs >= 4


_STAGE = re.compile(
    r"(?<![a-z])(?:theat(?:er|re)|broadway|opera|ballet|stage|teatro|théâtre|music|books?|games?)(?![a-z])", re.IGNORECASE
)
_OTHER_PAGES = frozenset(
    {"review", "reviews", "film-reviews", "movie-reviews", "critics", "news", "blog", "articles", "person", "people", "name"}
)

_SCORE = re.compile(r"(?<![\d.,/])(\d[.,]\d{1,2})\s*/\s*10(?![\d.,/])")


def _score_in_text(page: Outline, outside: Sequence[int]) -> str | None:
    """Return a score of ten that nothing labels, where the page has only one; visitors give whole numbers."""
    lines = (" ".join(line) for line in lines_of(page, outside))
    found = {match[0] for line in lines if len(line) <= _MAX_SCORE_LINE for match in _SCORE.finditer(line)}
    return found.pop() if len(found) == 1 else None


_MAX_SCORE_LINE = 200
