"""Read a page about one movie: its headline, what it labels (Director, Cast, Running time, in many languages), lines of facts."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from moviescrape.parse.dom.document import Node
from moviescrape.parse.fields import put
from moviescrape.parse.headline import Headline, headline_name, headline_year, is_section, read_headline, title_parts
from moviescrape.parse.labels import label_field, split_label
from moviescrape.parse.model import Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.records.credits.credit_lines import Credits, read_credit_lines
from moviescrape.parse.records.fact_lines import Facts
from moviescrape.parse.records.film_words import FILM
from moviescrape.parse.records.known_titles import count_known
from moviescrape.parse.records.one_movie.cast_cards import cast_cards
from moviescrape.parse.records.one_movie.labelled_facts import find_labelled, people_in
from moviescrape.parse.records.one_movie.review_page import read_review
from moviescrape.parse.records.one_movie.title_evidence import TitlePageText, film_marks, is_of_a_movie
from moviescrape.parse.records.one_movie.title_scores import score_in_lines
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.records.record_facts import read_facts, with_bars
from moviescrape.parse.records.record_lines import lines_of
from moviescrape.parse.records.scores import lone_score
from moviescrape.parse.records.stated_facts import states_facts
from moviescrape.parse.records.title_column import HEADINGS, RecordSet

_FIELDS = ("directors", "actors", "runtime", "year", "genres", "languages", "country", "original_title", "rating")
_SCALED = re.compile(r"\d\s*%|\d\s*/\s*\d|(?<!\d)(?:[5-9]|10)[.,]\d|imdb", re.IGNORECASE)
"""A labelled rating counts where it is clearly a score of ten: of something, or a decimal too high for five stars; no age."""
_NEAR = 40
"""Lines behind the headline that may state facts of the movie without a label."""


def read_title_page(
    page: Outline, root: Node, address: PageAddress, sets: Sequence[RecordSet] = (), stated: Collection[str] = ()
) -> Extraction | None:
    """Return the movie that a page is about, None where it is about none; `stated` are fields that standard markup has of it.

    What stands in the records of `sets` is of other movies.
    """
    headline = _headline(page, root, address, texts_outside(page, (), ""), alone=not sets)
    if headline is None:
        return None
    record = Record({}, {"": "label"}, address.url)
    outside = texts_outside(page, sets, headline.title)
    lines = _lines_near(page, outside, headline.title)
    facts = read_facts(lines, headline.title)
    for field, names in cast_cards(page).items():
        put(record, field, names)
    for field, texts in find_labelled(page, root, outside):
        if field in _FIELDS and not (field == "rating" and not _SCALED.search(texts[0])):
            put(record, field, texts if field in ("directors", "actors") else ", ".join(texts))
    _put_labelled(record, facts)
    joined = [" ".join(line) for line in lines]
    before = _lines_before(page, outside, headline.title)
    beside = [text for line in lines if (text := with_bars(line))]
    credited = read_credit_lines([*joined, *map(" ".join, before), description_of(root), *beside])
    _put_credits(record, credited, facts)
    _put_credits(record, Credits(), read_facts(before))
    listed = sum(len(found.group.records) for found in sets)
    marks = film_marks(page, headline.title) + ("certificate" in facts.labelled)
    said = TitlePageText(page_title_of(root), joined, credited, listed, marks)
    if not stated and not is_of_a_movie(record, headline, address, said):
        return read_review(root, address)
    if not {"rating"} & (set(stated) | record.values.keys()):
        score = score_in_lines([" ".join(line) for line in lines_of(page, outside)])
        put(record, "rating", score or _out_of_ten(lone_score(page, outside)))
    put(record, "title", headline.title)
    put(record, "year", headline.year)
    put(record, "url", address.url)
    return Extraction(Extractor.GENERAL, PageKind.TITLE, [record], layout="labels")


def _out_of_ten(score: str | None) -> str | None:
    """Return a bare score of ten; one of five or less may be counted in stars, which nobody says."""
    return f"{score}/10" if score and float(score.replace(",", ".")) > _MOST_STARS else None


_MOST_STARS = 5


def _headline(page: Outline, root: Node, address: PageAddress, outside: Sequence[int], *, alone: bool) -> Headline | None:
    """Return the page's headline; where it is the site's or there is none, the text that the page's title begins with, or,
    on a page that lists no movies (`alone`), the heading before the first fact of a movie."""
    headline = read_headline(root, address)
    if headline and headline.certain and not _is_of_site(headline.title):
        return headline
    if agreed := _agreed_text(page, page_title_of(root), outside):
        year = headline_year(agreed) or (headline.year if headline else None)
        return Headline(headline_name(agreed) or agreed, year, certain=True)
    if headline and not _is_of_site(headline.title) and _stands_in(page, outside, headline.title):
        return headline
    return (_heading_before_facts(page) if alone else None) or headline


def _stands_in(page: Outline, outside: Sequence[int], title: str) -> bool:
    return any(title in page.texts[number] for number in outside)


def _is_of_site(title: str) -> bool:
    """Return whether a headline seems to be a cinema's or a festival's name, and no film's."""
    return bool(FILM.search(title)) and not count_known([title])


def _heading_before_facts(page: Outline) -> Headline | None:
    """Return the highest heading before the first fact of a movie, the last of its level, or the text that its class names.

    The site's own name is none.
    """
    heading, level, named = "", "h6", ""
    for number, tag in enumerate(page.tags):
        short = page.last_text[number] - page.first_text[number] <= _MOST_PIECES
        if short and tag in HEADINGS and tag <= level and (text := page.text(number)) and _may_be_title(text):
            heading, level = text, tag
        elif (heading or named) and any(_is_fact(page.texts[t]) for t in own_texts(page, number)):
            break
        elif short and _TITLE_CLASS.search(page.classes[number]) and (text := page.text(number)) and _may_be_title(text):
            named = text
    title = headline_name(heading or named) if heading or named else None
    return Headline(title, headline_year(heading or named), certain=False) if title else None


_TITLE_CLASS = re.compile(r"(?<![a-z])(?:title|name|titulo|titre|titel|titolo|tytul|nazev)(?![a-z])", re.IGNORECASE)


def _may_be_title(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and not label_field(text) and not FILM.search(text) and not is_section(text)


def _is_fact(text: str) -> bool:
    return bool(split_label(text) or label_field(text) in _PEOPLE or _FACT.search(text))


_LONGEST_NAME = 120
_MOST_PIECES = 8
"""A title is parted by few tags; boxes around it may be named after it too."""
_PEOPLE = frozenset({"directors", "actors"})


def page_title_of(root: Node) -> str:
    """Return the text of a page's title element."""
    node = root.first("title")
    return node.text[:300] if node else ""


def _agreed_text(page: Outline, title: str, outside: Sequence[int]) -> str | None:
    """Return the first text of the page, a heading before others, that its title begins with or has between its marks."""
    parts = {part.casefold() for part in title_parts(title)}
    agreed = [
        text
        for number in outside
        if len(text := page.texts[number]) > _MIN_NAME and (text.casefold() in parts or title.startswith(text))
    ]
    headings = {
        page.texts[page.first_text[n]]
        for n, tag in enumerate(page.tags)
        if tag in HEADINGS and page.first_text[n] < len(page.texts)
    }
    agreed = [text for text in agreed if not FILM.search(text) and not is_section(text)]
    named = [text for text in agreed if text in headings and title.startswith(text)] or [
        text for text in agreed if text in headings
    ]
    return next(iter(named or [text for text in agreed if text.casefold() in parts]), None)


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


def _lines_near(page: Outline, outside: Sequence[int], title: str) -> list[list[str]]:
    """Return the lines behind the headline; where it stands several times, behind that one of them that states most."""
    lines = [line for line in lines_of(page, outside) if any(c.isalnum() for piece in line for c in piece)]
    starts = [at for at, line in enumerate(lines) if " ".join(line).startswith(title)][:_MAX_STARTS] or [0]
    near = [lines[start : start + _NEAR] for start in starts]
    return max(near, key=lambda behind: _richness(read_facts(behind, title))) if len(near) > 1 else near[0]


def _lines_before(page: Outline, outside: Sequence[int], title: str) -> list[list[str]]:
    """Return the few lines before the headline: some pages state year and length above it."""
    lines = list(lines_of(page, outside))
    at = next((at for at, line in enumerate(lines) if " ".join(line).startswith(title)), 0)
    return lines[max(0, at - _BEFORE) : at]


_BEFORE = 3


def description_of(root: Node) -> str:
    """Return what a page's meta description says of it, "" where it has none."""
    node = root.first('meta[name="description"], meta[property="og:description"]')
    return " ".join((node.attribute("content") or "").split()) if node else ""


_MAX_STARTS = 8


def _richness(facts: Facts) -> int:
    return 2 * len(facts.labelled) + bool(facts.years) + 2 * bool(facts.runtimes)


def _put_labelled(record: Record, facts: Facts) -> None:
    for name, text in facts.labelled.items():
        if name in _FIELDS and name != "rating":
            put(record, name, people_in(text) if name in _PEOPLE else text)


def _put_credits(record: Record, credited: Credits, facts: Facts) -> None:
    """Put what lines of facts say where no label says it: the year beside a country before a bare one."""
    for field in ("directors", "actors", "country"):
        put(record, field, getattr(credited, field))
    put(record, "year", credited.year or next(iter(facts.years), None))
    if len(set(facts.runtimes)) == 1:
        put(record, "runtime", facts.runtimes[0])
    put(record, "runtime", credited.runtime)
