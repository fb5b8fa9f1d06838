"""Weigh whether a set of records is a list of movies: what its facts, links and classes say, and the page around it."""

import re
from collections.abc import Iterable, Mapping
from itertools import islice

from moviescrape.parse.labels import label_field
from moviescrape.parse.records.film_words import FILM, MENU, OTHER, PEOPLE, SERIES
from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.known_titles import count_known
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.records.page_words import PageWords
from moviescrape.parse.records.record_facts import Facts, data_attributes, lines_of, read_facts, text_span
from moviescrape.parse.records.spread import spread
from moviescrape.parse.records.table_headers import cell_texts, column_header, header_fields, row_of
from moviescrape.parse.records.title_cleaning import raw_title
from moviescrape.parse.records.title_column import HEADINGS, RecordSet, in_path, looks_dated, path_of, share, title_link
from moviescrape.parse.values.titles import without_ranks

SAMPLE = 12
"""So many records of a set are looked at, spread over all of it."""
MAX_LINES = 50
"""So many lines of a record."""


_AROUND_CONTENT = frozenset({"nav", "footer", "header", "aside", "form", "button"})
_YEAR_IN_TITLE = re.compile(r"[(\[][^()]{0,40}(?:18[89]|19\d|20\d)\d\s*[)\]]|[-\s](?:19\d|20[012])\d$")
_SENTENCE = re.compile(r"[.!?…] +\S|[,;:.…]$|\?$")
_CERTIFICATE = re.compile(r"^\W*(?:PG(?:-?13)?|R|NC-?17|U/?A?|12A|FSK\s?\d+|(?:6|12|14|15|16|18)\+?)\W*$")


class Sample:
    """Records of a set, spread over all of it, and what `features` asks of them more than once, an entry a record."""

    def __init__(self, page: Outline, found: RecordSet) -> None:
        self.page = page
        self.found = found
        self.records = spread(found.group.records, SAMPLE)
        self.texts = [record.text for record in self.records]
        self.spans = [text_span(page, record) for record in self.records]
        self.facts = [
            read_facts(islice(lines_of(page, span), MAX_LINES), text) for text, span in zip(self.texts, self.spans, strict=True)
        ]
        self.kinds = [_kinds(page, record, facts) for record, facts in zip(self.records, self.facts, strict=True)]
        self.links = [title_link(page, record) or "" for record in self.records]
        self.paths = [path_of(link) for link in self.links]
        self.distinct = len({record.text for record in found.group.records})
        self.middle = found.group.records[len(found.group.records) // 2]
        around = (self.middle.title, *page.ancestors(self.middle.title))
        self.around = [number for number in around if page.tags[number] not in ("html", "body")][:_MAX_AROUND]
        self.heading = heading_before(page, found.group.records[0].start)

    def classes_of(self, elements: Iterable[int]) -> str:
        """Return the classes of elements."""
        return " ".join(self.page.classes[number] for number in elements)


def features(page: Outline, found: RecordSet, words: PageWords) -> dict[str, float]:
    """Return the evidence of a set of records by name, each 0 to 1: shares of its records, or marks of its place."""
    sample = Sample(page, found)
    return {
        **_of_page(words),
        **_of_facts(sample),
        **_of_table(sample),
        **_of_place(sample),
        **_of_titles(sample),
        **_of_records(sample),
        **_of_films(sample, words),
    }


def _of_page(words: PageWords) -> dict[str, float]:
    """Return how the page as a whole speaks of films."""
    return {
        "page_title_film": words.film_title,
        "page_text_film": words.film_text,
        "page_tv": words.tv,
        "page_title_series": words.series_title,
        "page_title_other": words.other_title,
    }


def _of_facts(sample: Sample) -> dict[str, float]:
    """Return which facts of movies the records state."""
    return {
        "one_fact": share(len(kinds) >= 1 for kinds in sample.kinds),
        "two_facts": share(len(kinds) >= 2 for kinds in sample.kinds),
        "three_facts": share(len(kinds) >= 3 for kinds in sample.kinds),
        "people": share(bool(kinds & {"directors", "actors"}) for kinds in sample.kinds),
        "runtime": share("runtime" in kinds for kinds in sample.kinds),
        "year": share("year" in kinds for kinds in sample.kinds),
        "times": share(bool(facts.times) for facts in sample.facts),
        "prices": share(bool(facts.prices) for facts in sample.facts),
    }


def _of_table(sample: Sample) -> dict[str, float]:
    """Return what the headers of the records' table say."""
    page = sample.page
    row = row_of(page, sample.middle)
    headers = set(header_fields(page, row).values()) if row is not None else set()
    header = column_header(page, sample.middle)
    return {
        "header_title": float(header in ("title", "original_title") and len(headers) > 1),
        "header_facts": min(1.0, len(headers & _FACT_HEADERS) / 2),
        "header_other": float(header not in (None, "title", "original_title")),
    }


def _of_place(sample: Sample) -> dict[str, float]:
    """Return where the records stand: below which heading, in elements of which classes, in a menu."""
    page = sample.page
    own = sample.classes_of(sample.around[:6])
    named = " ".join(f"{page.classes[number]} {page.attribute(number, 'id') or ''}" for number in sample.around)
    return {
        "outer_film": float(bool(FILM.search(named))),
        "heading_film": float(bool(FILM.search(sample.heading))),
        "heading_series": float(bool(SERIES.search(sample.heading))),
        "class_other": float(bool(OTHER.search(own))),
        "class_people": float(bool(PEOPLE.search(sample.classes_of(sample.around[:2])))),
        "menu": float(any(_is_menu(page, number) for number in sample.around)),
        "in_sentence": share(_is_in_sentence(page, record) for record in sample.records),
    }


def _of_titles(sample: Sample) -> dict[str, float]:
    """Return what kind of texts the titles are."""
    texts, records = sample.texts, sample.found.group.records
    known = count_known(_RANKED.sub("", raw_title(sample.page, record)).partition(" (")[0] for record in records[:_MAX_KNOWN])
    return {
        "known": min(1.0, known / 3),
        "about_films": share(bool(FILM.search(text)) for text in texts),
        "ranked": float(len(texts) > 2 and without_ranks(texts) != texts),
        "title_year": share(bool(_YEAR_IN_TITLE.search(text)) for text in texts),
        "title_score": max(0.0, min(1.0, sample.found.score / 5)),
        "sentence": share(bool(_SENTENCE.search(text)) for text in texts),
        "dated": share(map(looks_dated, texts)),
        "one_word": share(len(text.split()) == 1 for text in texts),
        "long": share(len(text.split()) > 9 for text in texts),
        "small": share(text[:1].islower() for text in texts),
        "several": min(1.0, sample.distinct / 12),
        "few": float(sample.distinct < 4),
        "repeated": 1 - sample.distinct / len(records),
    }


def _of_records(sample: Sample) -> dict[str, float]:
    """Return what the records hold beside their titles: links, pictures, certificates, words for series."""
    page, spans = sample.page, sample.spans
    return {
        "certificate": share(any(_CERTIFICATE.match(page.texts[text]) for text in span[:12]) for span in spans),
        "series": share(_speaks_of(SERIES, page, span) for span in spans),
        "link": share(bool(link) for link in sample.links),
        "slug": share(in_path(text, link) for text, link in zip(sample.texts, sample.links, strict=True)),
        "path_film": share(bool(FILM.search(path)) for path in sample.paths),
        "path_other": share(bool(OTHER.search(path)) and not FILM.search(path) for path in sample.paths),
        "path_people": share(bool(PEOPLE.search(path)) and not FILM.search(path.rpartition("/")[0]) for path in sample.paths),
        "film_page": share(_names_a_film(text, path) for text, path in zip(sample.texts, sample.paths, strict=True)),
        "record_link_film": share(_leads_to_films(page, record) for record in sample.records),
        "image": share("img" in page.tags[record.start : min(record.end, record.start + 80)] for record in sample.records),
        "alone": share(
            facts.letters <= len(text) + 2 and not kinds
            for facts, text, kinds in zip(sample.facts, sample.texts, sample.kinds, strict=True)
        ),
    }


def _of_films(sample: Sample, words: PageWords) -> dict[str, float]:
    """Return whether classes speak of films, and what counts only where anything around the records does."""
    inside = sample.classes_of(range(sample.middle.start, min(sample.middle.end, sample.middle.start + 60)))
    own = sample.classes_of(sample.around[:6])
    in_classes = bool(FILM.search(own) or FILM.search(inside))
    in_paths = share(bool(FILM.search(path)) for path in sample.paths) > _MUCH
    in_heading = bool(FILM.search(sample.heading))
    is_spoken_of = in_classes or in_paths or in_heading or bool(words.film_title or words.film_address)
    return {
        "class_film": float(in_classes),
        "facts_of_films": share(bool(kinds) for kinds in sample.kinds) * is_spoken_of,
        "showtimes": share(bool(facts.times) for facts in sample.facts) * is_spoken_of,
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
