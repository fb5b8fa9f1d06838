"""Weigh whether a set of records is a list of movies: what its facts, links and classes say, and the page around it."""

import re
from collections.abc import Mapping

from moviescrape.parse.records.film_words import (
    BORN,
    CINEMAS,
    FILM,
    OTHER,
    OTHER_TEXT,
    PEOPLE,
    SCREENING,
    SERIES,
    TRAILER,
    WATCH,
    are_genres,
)
from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.known_titles import count_known
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.records.page_words import PageWords, is_menu
from moviescrape.parse.records.posters import HOSTED_POSTER, POSTER, has_picture
from moviescrape.parse.records.record_lines import text_span
from moviescrape.parse.records.record_sample import Sample
from moviescrape.parse.records.stated_facts import YEAR_IN_TITLE
from moviescrape.parse.records.table_headers import (
    TITLE_LABELS,
    column_header,
    header_fields,
    is_headed_by,
    is_of_earnings,
    is_of_places,
    row_of,
)
from moviescrape.parse.records.title_cleaning import clean_titles, raw_title
from moviescrape.parse.records.title_column import (
    YEAR_NEXT,
    RecordSet,
    in_path,
    is_in_sentence,
    looks_dated,
    share,
)
from moviescrape.parse.values.numbers import ascii_digits
from moviescrape.parse.values.titles import without_ranks

MAX_LINES = 50
"""So many lines of a record."""
MAX_PIECES = 40
"""So many texts of a record are asked whether they are genres."""


_SENTENCE = re.compile(r"[.!?…] +\S|[,;:.…]$|\?$")


def features(page: Outline, found: RecordSet, words: PageWords) -> dict[str, float]:
    """Return the evidence of a set of records by name, each 0 to 1: shares of its records, or marks of its place."""
    sample = Sample(page, found)
    return {
        **_of_page(words),
        **_of_facts(sample),
        **_of_table(sample),
        **_of_place(sample),
        "covers": _covered(sample, words),
        **_of_titles(sample),
        **_of_records(sample),
        **_of_films(sample, words),
    }


def _of_page(words: PageWords) -> dict[str, float]:
    """Return how the page as a whole speaks of films."""
    return {
        "page_title_film": words.film_title,
        "page_text_film": words.film_text,
        "page_programme": words.programme * max(words.film_title, words.film_address),
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
        "director_and_cast": share({"directors", "actors"} <= kinds for kinds in sample.kinds),
        "runtime": share("runtime" in kinds for kinds in sample.kinds),
        "year": share("year" in kinds for kinds in sample.kinds),
        "times": share(bool(facts.times) for facts in sample.facts),
        "hours": share(facts.times > 0 and facts.starts == 0 for facts in sample.facts),
        "prices": share(bool(facts.prices) for facts in sample.facts),
    }


def _of_table(sample: Sample) -> dict[str, float]:
    """Return what the headers of the records' table say."""
    page = sample.page
    row = row_of(page, sample.middle)
    headers = set(header_fields(page, row).values()) if row is not None else set()
    header = column_header(page, sample.middle)
    return {
        "header_title": float(header in TITLE_LABELS and (len(headers) > 1 or is_headed_by(FILM, page, sample.middle))),
        "header_facts": min(1.0, len(headers & _FACT_HEADERS) / 2),
        "header_earnings": float(row is not None and is_of_earnings(page, row)),
        "header_place": float(row is not None and is_of_places(page, row)),
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
        "heading_people": float(bool(PEOPLE.search(sample.heading)) and not FILM.search(sample.heading)),
        "heading_series": float(bool(SERIES.search(sample.heading))),
        "class_other": float(bool(OTHER.search(own))),
        "sold": float(bool(_SOLD.search(f"{own} {page.classes[sample.middle.start]}")))
        * share(bool(facts.prices) for facts in sample.facts),
        "class_people": float(bool(PEOPLE.search(sample.classes_of(sample.around[:2])))),
        "menu": float(any(is_menu(page, number) for number in sample.around)),
        "in_sentence": share(is_in_sentence(page, record) for record in sample.records),
    }


_SOLD = re.compile(r"(?<![a-z])(?:products?|prod|cart|shop|sku|producto|produkt|produit|artikel)(?![a-z])", re.IGNORECASE)
"""A class of goods."""


def _of_titles(sample: Sample) -> dict[str, float]:
    """Return what kind of texts the titles are."""
    texts, records = sample.texts, sample.found.group.records
    titles = clean_titles([_RANKED.sub("", raw_title(sample.page, record)) for record in records[:_MAX_KNOWN]])
    known = count_known(title.title for title in titles if title)
    return {
        "known": min(1.0, known / 3),
        "about_films": share(bool(FILM.search(text)) for text in _without_words_of_all(texts)),
        "ranked": float(len(texts) > 2 and (without_ranks(texts) != texts or _are_counted(sample))),
        "title_year": share(_has_year(sample.page, record) for record in sample.records),
        "title_score": max(0.0, min(1.0, sample.found.score / 5)),
        "sentence": share(bool(_SENTENCE.search(text)) for text in texts),
        "dated": share(map(looks_dated, without_ranks(texts))),
        "one_word": share(len(text.split()) == 1 and not _UNSPACED.search(text) for text in texts),
        "wordy": share(len(text.split()) > 4 for text in texts),
        "long": share(len(text.split()) > 9 for text in texts),
        "small": share(text[:1].islower() for text in texts),
        "genre_title": share(map(are_genres, texts)),
        "several": min(1.0, sample.distinct / 12),
        "few": float(sample.distinct < 4),
        "repeated": 1 - sample.distinct / len(records),
    }


def _are_counted(sample: Sample) -> bool:
    """Return whether the records begin with their numbers in a list, in elements of their own: 1., 2., 3."""
    page, records = sample.page, sample.found.group.records[:_MAX_COUNTED]
    firsts = [page.texts[page.first_text[record.start]] for record in records if page.first_text[record.start] < len(page.texts)]
    numbers = [int(found[1]) for text in firsts if (found := _COUNT.fullmatch(text))]
    return len(numbers) == len(records) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


_MAX_COUNTED = 12
_COUNT = re.compile(r"#?(\d{1,4})[.)]?")


def _has_year(page: Outline, record: RecordSpan) -> bool:
    """Return whether a year stands in brackets in a title, or right behind it in the same line."""
    last = page.last_text[record.title] - 1
    is_followed = last + 1 < len(page.texts) and page.lines[last + 1] == page.lines[last]
    return bool(YEAR_IN_TITLE.search(ascii_digits(record.text)) or (is_followed and YEAR_NEXT.match(page.texts[last + 1])))


_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
"""Letters of scripts that put no space between words: Thai, Japanese, Chinese."""


def _without_words_of_all(texts: list[str]) -> list[str]:
    """Return titles without what pages set around each of them: "Poster of the film Ran" is about a film and not about films."""
    return [cleaned.title if cleaned else text for cleaned, text in zip(clean_titles(texts), texts, strict=True)]


def _of_records(sample: Sample) -> dict[str, float]:
    """Return what the records hold beside their titles: links, pictures, certificates, words for series."""
    page, spans = sample.page, sample.spans
    pairs = list(zip(spans, sample.records, strict=True))
    return {
        "certificate": share(sample.certified),
        "other_text": share(_speaks_of(OTHER_TEXT, page, span) for span in spans),
        "born": share(_speaks_of(BORN, page, span) for span in spans),
        "series": share(_speaks_of(SERIES, page, span) for span in spans),
        "screening": share(_speaks_of(SCREENING, page, span) for span in spans),
        "trailer": share(_speaks_of(TRAILER, page, span) or _leads_to(TRAILER, page, record) for span, record in pairs),
        "genre": share(any(are_genres(page.texts[text]) for text in span[:MAX_PIECES]) for span in spans),
        "link": share(bool(link) for link in sample.links),
        "slug": share(in_path(text, link) for text, link in zip(sample.texts, sample.links, strict=True)),
        "path_film": share(bool(FILM.search(path)) for path in sample.paths),
        "path_other": share(bool(OTHER.search(path)) and not FILM.search(path) for path in sample.paths),
        "path_cinema": share(_names_a_cinema(path) for path in sample.paths),
        "path_people": share(bool(PEOPLE.search(path)) and not FILM.search(path.rpartition("/")[0]) for path in sample.paths),
        "film_page": share(_names_a_film(text, path) for text, path in zip(sample.texts, sample.paths, strict=True)),
        "record_link_film": share(_leads_to(FILM, page, record) for record in sample.records),
        "image": share(map(sample.has_image, sample.records)),
        "poster": share(has_picture(POSTER, page, record) for record in sample.records),
        "hosted_poster": share(has_picture(HOSTED_POSTER, page, record) for record in sample.records),
        "watch": share(_speaks_of(WATCH, page, span) for span in spans),
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
    is_spoken_of = (
        share(sample.certified) > _MUCH or in_classes or in_paths or in_heading or bool(words.film_title or words.film_address)
    )
    return {
        "class_film": float(in_classes),
        "film_title_year": share(_has_year(sample.page, record) for record in sample.records) * is_spoken_of,
        "directed": share("directors" in kinds for kinds in sample.kinds) * is_spoken_of,
        "facts_of_films": share(bool(kinds) for kinds in sample.kinds) * is_spoken_of,
        "year_and_runtime": share({"year", "runtime"} <= kinds for kinds in sample.kinds) * is_spoken_of,
        "showings": share(facts.starts > 1 for facts in sample.facts) * is_spoken_of,
        "showtimes": share(facts.starts > 0 for facts in sample.facts) * is_spoken_of * (1 - words.tv),
    }


def _names_a_film(title: str, path: str) -> bool:
    """Return whether a link's path has a word for films and names one of them: by a number or by the title's own words."""
    return bool(FILM.search(path)) and (any(map(str.isdigit, path)) or in_path(title, path))


def _names_a_cinema(path: str) -> bool:
    """Return whether a link's path has a word for cinemas and none for films."""
    return bool(CINEMAS.search(path)) and not FILM.search(CINEMAS.sub("", path))


_MUCH = 0.4
_RANKED = re.compile(r"^\W*\d{1,4}[.):]\s+")
_MAX_KNOWN = 200


_FACT_HEADERS = frozenset({"year", "runtime", "directors", "actors", "genres", "rating", "country", "votes", "languages"})


def _leads_to(words: re.Pattern[str], page: Outline, record: RecordSpan) -> bool:
    """Return whether the address of a link or picture of a record has one of these words."""
    for number in range(record.start, min(record.end, record.start + 40)):
        if page.tags[number] in ("a", "img"):
            address = page.attribute(number, "href") or page.attribute(number, "src") or ""
            if words.search(address):
                return True
    return False


def _covered(sample: Sample, words: PageWords) -> float:
    """Return which share of the page's letters outside of menus the records hold."""
    page = sample.page
    inside = sum(page.letters(text_span(page, record)) for record in sample.found.group.records)
    return min(1.0, inside / max(1, words.letters))


def is_running_text(evidence: Mapping[str, float]) -> bool:
    """Return whether titles stand in sentences, and nothing is stated of them: an article that mentions films."""
    return evidence["in_sentence"] > _MUCH and evidence["one_fact"] < _MUCH


def _speaks_of(pattern: re.Pattern[str], page: Outline, span: range) -> bool:
    known = page.spoken.setdefault(pattern.pattern, {})
    for text in span[:30]:
        said = known.get(text)
        if said is None:
            said = known[text] = pattern.search(page.texts[text][:200]) is not None
        if said:
            return True
    return False
