"""Weigh whether a set of records is a list of movies: what its facts, links and classes say, and the page around it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote, urlsplit

from moviescrape.parse.labels import label_field
from moviescrape.parse.model import PageAddress
from moviescrape.parse.records.film_words import FILM, MENU, OTHER, PEOPLE, SERIES, TV
from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.known_titles import count_known
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.records.record_facts import Facts, data_attributes, lines_of, read_facts, text_span
from moviescrape.parse.records.table_headers import cell_texts, column_header, header_fields, row_of
from moviescrape.parse.records.title_column import HEADINGS, RecordSet, in_path, looks_dated, path_of, share, title_link
from moviescrape.parse.records.titles import raw_title
from moviescrape.parse.values.titles import without_ranks

SAMPLE = 12
"""So many records of a set are looked at, spread over all of it."""
MAX_LINES = 50
"""So many lines of a record."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """How a page speaks of films as a whole, each 0 or 1 but for the classes."""

    film_title: float
    film_address: float
    film_classes: float
    film_text: float
    series_title: float
    other_title: float
    tv: float


def page_words(page: Outline, titles: Sequence[str], address: PageAddress) -> PageWords:
    """Return what a page's titles, address, classes and texts say of films."""
    url = urlsplit(address.url or address.base or "")
    place = f"{url.hostname or ''}{unquote(url.path)}"
    named = [text for text in titles if text]
    classes = {word for words in set(page.classes) for word in words.split()}
    film_classes = sum(1 for word in classes if FILM.search(word))
    short = [text for text in page.texts if len(text) < 60]
    film_texts = sum(1 for text in short if FILM.search(text))
    return PageWords(
        film_title=float(any(FILM.search(text[:300]) for text in named)),
        film_address=float(bool(FILM.search(place))),
        film_classes=min(1.0, film_classes / 6),
        film_text=min(1.0, film_texts / 6),
        series_title=float(any(SERIES.search(text[:300]) for text in named)),
        other_title=float(any(OTHER.search(text[:300]) for text in named) or bool(OTHER.search(place))),
        tv=float(any(TV.search(text[:300]) for text in named) or bool(TV.search(place))),
    )


_AROUND_CONTENT = frozenset({"nav", "footer", "header", "aside", "form", "button"})
_YEAR_IN_TITLE = re.compile(r"[(\[][^()]{0,40}(?:18[89]|19\d|20\d)\d\s*[)\]]|[-\s](?:19\d|20[012])\d$")
_SENTENCE = re.compile(r"[.!?…] +\S|[,;:.…]$|\?$")
_CERTIFICATE = re.compile(r"^\W*(?:PG(?:-?13)?|R|NC-?17|U/?A?|12A|FSK\s?\d+|(?:6|12|14|15|16|18)\+?)\W*$")


def features(page: Outline, found: RecordSet, words: PageWords) -> dict[str, float]:
    """Return the evidence of a set of records by name, each 0 to 1: shares of its records, or marks of its place."""
    records = found.group.records
    step = max(1, len(records) // SAMPLE)
    sample = records[::step][:SAMPLE]
    spans = [text_span(page, record) for record in sample]
    facts = [read_facts(islice(lines_of(page, span), MAX_LINES), record.text) for record, span in zip(sample, spans, strict=True)]
    texts = [record.text for record in sample]
    hrefs = [title_link(page, record) or "" for record in sample]
    paths = [path_of(href) for href in hrefs]
    first = records[len(records) // 2]
    chain = [number for number in (first.title, *page.ancestors(first.title)) if page.tags[number] not in ("html", "body")][
        :_MAX_AROUND
    ]
    named = " ".join(f"{page.classes[n]} {page.attribute(n, 'id') or ''}" for n in chain)
    inside = " ".join({page.classes[n] for n in range(first.start, min(first.end, first.start + 60))})
    own = " ".join(page.classes[n] for n in chain[:6])
    said = [_kinds(page, span, f) for f, span in zip(facts, sample, strict=True)]
    years = {f.years[0] for f in facts if f.years}
    distinct = {record.text for record in records}
    spoken = {
        "class": bool(FILM.search(own) or FILM.search(inside)),
        "path": share(bool(FILM.search(path)) for path in paths) > _MUCH,
        "heading": bool(FILM.search(heading_before(page, records[0].start))),
        "title": bool(words.film_title),
        "address": bool(words.film_address),
    }
    speaking = [name for name, found_there in spoken.items() if found_there]
    row = row_of(page, first)
    by_place = header_fields(page, row) if row is not None else {}
    headers = {name: place for place, name in by_place.items()}
    title_header = column_header(page, first)
    return {
        "one_fact": share(len(kinds) >= 1 for kinds in said),
        "two_facts": share(len(kinds) >= 2 for kinds in said),
        "three_facts": share(len(kinds) >= 3 for kinds in said),
        "people": share(bool(kinds & {"directors", "actors"}) for kinds in said),
        "runtime": share("runtime" in kinds for kinds in said),
        "year": share("year" in kinds for kinds in said),
        "years_differ": float(len(years) > 2),
        "about_films": share(bool(FILM.search(text)) for text in texts),
        "ranked": float(len(texts) > 2 and without_ranks(texts) != texts),
        "title_year": share(bool(_YEAR_IN_TITLE.search(text)) for text in texts),
        "times": share(bool(f.times) for f in facts),
        "certificate": share(any(_CERTIFICATE.match(page.texts[t]) for t in span[:12]) for span in spans),
        "class_film": float(bool(FILM.search(own) or FILM.search(inside))),
        "outer_film": float(bool(FILM.search(named))),
        "path_film": share(bool(FILM.search(path)) for path in paths),
        "record_link_film": share(_leads_to_films(page, record) for record in sample),
        "header_title": float(title_header in ("title", "original_title") and len(headers) > 1),
        "header_facts": min(1.0, len(headers.keys() & _FACT_HEADERS) / 2) if row is not None else 0.0,
        "header_other": float(title_header not in (None, "title", "original_title")),
        "heading_film": float(bool(FILM.search(heading_before(page, records[0].start)))),
        "known": min(
            1.0, count_known(_RANKED.sub("", raw_title(page, record)).partition(" (")[0] for record in records[:_MAX_KNOWN]) / 3
        ),
        "page_title_film": words.film_title,
        "page_address_film": words.film_address,
        "page_classes_film": words.film_classes,
        "page_text_film": words.film_text,
        "film_twice": float(len(speaking) >= 2),
        "facts_of_films": share(bool(kinds) for kinds in said) * bool(speaking),
        "slug": share(in_path(text, href) for text, href in zip(texts, hrefs, strict=True)),
        "link": share(bool(href) for href in hrefs),
        "image": share(any(page.tags[n] == "img" for n in range(r.start, min(r.end, r.start + 80))) for r in sample),
        "several": min(1.0, len(distinct) / 12),
        "title_score": max(0.0, min(1.0, found.score / 5)),
        "few": float(len(distinct) < 4),
        "menu": float(any(_is_menu(page, n) for n in chain)),
        "path_other": share(bool(OTHER.search(path)) and not FILM.search(path) for path in paths),
        "path_people": share(bool(PEOPLE.search(path)) and not FILM.search(path.rpartition("/")[0]) for path in paths),
        "class_people": float(bool(PEOPLE.search(" ".join(page.classes[n] for n in chain[:2])))),
        "sentence": share(bool(_SENTENCE.search(text)) for text in texts),
        "in_sentence": share(_is_in_sentence(page, record) for record in sample),
        "page_tv": words.tv,
        "class_other": float(bool(OTHER.search(own))),
        "outer_other": float(bool(OTHER.search(named))),
        "series": share(_speaks_of(SERIES, page, span) for span in spans),
        "heading_series": float(bool(SERIES.search(heading_before(page, records[0].start)))),
        "page_title_series": words.series_title,
        "page_title_other": words.other_title,
        "prices": share(bool(f.prices) for f in facts),
        "dated": share(map(looks_dated, texts)),
        "showtimes": share(bool(f.times) for f in facts) * bool(speaking),
        "film_page": share(_names_a_film(text, path) for text, path in zip(texts, paths, strict=True)),
        "one_word": share(len(text.split()) == 1 for text in texts),
        "long": share(len(text.split()) > 9 for text in texts),
        "small": share(text[:1].islower() for text in texts),
        "alone": share(f.letters <= len(t) + 2 and not kinds for f, t, kinds in zip(facts, texts, said, strict=True)),
        "repeated": 1 - len(distinct) / len(records),
    }


def _names_a_film(title: str, path: str) -> bool:
    """Return whether a link's path has a word for films and names one of them: by a number or by the title's own words."""
    return bool(FILM.search(path)) and (any(map(str.isdigit, path)) or in_path(title, path))


def _is_menu(page: Outline, number: int) -> bool:
    """Return whether an element stands around the content of a page; what holds much of the page's text is the content."""
    if page.last_text[number] - page.first_text[number] > len(page.texts) * _MUCH:
        return False
    return page.tags[number] in _AROUND_CONTENT or bool(
        MENU.search(f"{page.classes[number]} {page.attribute(number, 'id') or ''}")
    )


_MUCH = 0.4
_RANKED = re.compile(r"^\W*\d{1,4}[.):]\s+")
_MAX_AROUND = 10
"""So many elements around a title are asked for their names."""
_MAX_KNOWN = 200


def _is_in_sentence(page: Outline, record: RecordSpan) -> bool:
    """Return whether a title stands in running text: in a line with much text before it, or much more than itself."""
    first = page.first_text[record.title]
    if first == page.last_text[record.title]:
        return False
    line = page.lines[first]
    before = after = 0
    text = first - 1
    while text >= 0 and page.lines[text] == line:
        before += len(page.texts[text])
        text -= 1
    text = page.last_text[record.title]
    while text < len(page.texts) and page.lines[text] == line:
        after += len(page.texts[text])
        text += 1
    return before > 25 or before + after > max(120, 4 * len(record.text))


_FACT_HEADERS = frozenset({"year", "runtime", "directors", "actors", "genres", "rating", "country", "votes", "languages"})


def _leads_to_films(page: Outline, record: RecordSpan) -> bool:
    """Return whether a link or picture of a record has a word for films in its address."""
    for number in range(record.start, min(record.end, record.start + 40)):
        if page.tags[number] in ("a", "img"):
            address = page.attribute(number, "href") or page.attribute(number, "src") or ""
            if FILM.search(address):
                return True
    return False


def _kinds(page: Outline, record: RecordSpan, facts: Facts) -> set[str]:
    """Return which facts of a movie a record states: in its lines, below headers of its table, for the page's script."""
    stated = facts.labelled.keys() | cell_texts(page, record).keys() | data_attributes(page, record).keys()
    kinds = {name for name in stated if name in _FACTS}
    if facts.years or _YEAR_IN_TITLE.search(record.text):
        kinds.add("year")
    if facts.runtimes:
        kinds.add("runtime")
    return kinds


_FACTS = frozenset({"directors", "actors", "genres", "country", "runtime", "year", "original_title", "languages"})


def is_definition_list(page: Outline, found: RecordSet) -> bool:
    """Return whether the records are the labelled facts of one thing: "Director: ...", "Country: ...", a row each."""
    labels = [label_field(page.texts[span[0]]) for record in found.group.records[:SAMPLE] if (span := text_span(page, record))]
    named = [name for name in labels if name not in (None, "title", "rank")]
    return len(set(named)) > 1 and len(named) > len(labels) * 0.25


def is_running_text(evidence: Mapping[str, float]) -> bool:
    """Return whether titles stand in sentences, and nothing is stated of them: an article that mentions films."""
    return evidence["in_sentence"] > _MUCH and evidence["one_fact"] < _MUCH


def states_facts(page: Outline, found: RecordSet) -> bool:
    """Return whether most records of a set state two facts of a movie: then they are the page's subject, not a side list."""
    sample = found.group.records[:SAMPLE]
    kinds = [_kinds(page, span, read_facts(lines_of(page, text_span(page, span)), span.text)) for span in sample]
    return share(len(each) >= 2 for each in kinds) > _MUCH


def _speaks_of(pattern: re.Pattern[str], page: Outline, span: range) -> bool:
    return any(pattern.search(page.texts[text][:200]) for text in span[:30])


def heading_before(page: Outline, start: int) -> str:
    """Return the text of the nearest heading before an element, "" where there is none near."""
    for number in range(start - 1, max(-1, start - 60), -1):
        if page.tags[number] in HEADINGS and page.first_text[number] < page.last_text[number]:
            return page.text(number)[:200]
    return ""
