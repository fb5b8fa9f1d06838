"""Read the movies of a page that lists them, whatever its site: find what repeats, and keep what is movies."""

import re
from collections.abc import Sequence
from dataclasses import replace
from math import log
from typing import TypeAlias

from moviescrape.parse.budget import Budget
from moviescrape.parse.combine import merge_repeated
from moviescrape.parse.dom.document import Node
from moviescrape.parse.fields import put
from moviescrape.parse.labels import label_field
from moviescrape.parse.model import Extraction, Extractor, PageAddress, PageKind, Record
from moviescrape.parse.records.decision import ALIKE_THRESHOLD, BESIDE, PAIR_THRESHOLD, SURE, THRESHOLD, weigh
from moviescrape.parse.records.evidence import features, is_running_text
from moviescrape.parse.records.fact_lines import Facts
from moviescrape.parse.records.groups import Group, RecordSpan, find_groups
from moviescrape.parse.records.movie_links import leads_to_person, movie_links
from moviescrape.parse.records.one_movie.labelled_facts import is_name
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.records.page_words import page_words
from moviescrape.parse.records.record_attributes import classed_people, data_attributes, titled_people
from moviescrape.parse.records.record_facts import read_facts
from moviescrape.parse.records.record_lines import lines_of, text_span
from moviescrape.parse.records.scores import are_ages, of_one_form, scale_of, scores_in
from moviescrape.parse.records.star_icons import star_scores
from moviescrape.parse.records.stated_facts import are_sections, are_values, is_definition_list, states_one_fact, without_headings
from moviescrape.parse.records.table_headers import cell_texts, row_of
from moviescrape.parse.records.table_rows import without_heading_rows, without_other_tables, year_of_row
from moviescrape.parse.records.title_cleaning import clean_titles, ranks, raw_titles, year_in_brackets
from moviescrape.parse.records.title_column import RecordSet, record_sets, share
from moviescrape.parse.values.names import split_people
from moviescrape.parse.values.ratings import read_rating
from moviescrape.parse.values.urls import absolute_url, canonical_url

MAX_SETS = 20
"""So many sets of records, those with the likeliest titles, are looked at on a page."""


MIN_TITLE_SCORE = -0.5


def read_sets(page: Outline, sets: Sequence[RecordSet], address: PageAddress) -> Extraction | None:
    """Return the movies of sets of records, each movie once; None where there are none."""
    records = [record for found in sets for record in read_set(page, found, address)]
    titled = merge_repeated([record for record in records if "title" in record.values])
    if not titled:
        return None
    return Extraction(Extractor.GENERAL, PageKind.LIST, titled, layout="records")


Weighed: TypeAlias = list[tuple[float, RecordSet]]
"""Sets of records, each with the log odds that it is movies."""


def weigh_sets(page: Outline, root: Node, address: PageAddress, budget: Budget) -> Weighed:
    """Return the likeliest sets of records of a page with the odds that they are movies.

    The labelled facts of one thing, the parts of a page and running text are left out. Raise OverBudget where it takes too long.
    """
    words = page_words(page, [node.text for node in root.select("title, h1")[:4]], address)
    sets = sorted(record_sets(page, find_groups(page)), key=_likeliness)[:MAX_SETS]
    likely = [without_headings(page, _without_other_rows(page, found)) for found in sets]
    weighed: Weighed = []
    for found in likely:
        budget.check()
        if found.score > MIN_TITLE_SCORE and not _are_parts(page, found) and not is_definition_list(page, found):
            evidence = features(page, found, words)
            if not is_running_text(evidence):
                weighed.append((weigh(evidence), found))
    return weighed


def _without_other_rows(page: Outline, found: RecordSet) -> RecordSet:
    """Return a set without the rows of other tables, and without those that are headings among figures."""
    spans = without_heading_rows(page, without_other_tables(page, found.group.records))
    return found if not spans else replace(found, group=Group(found.group.signature, tuple(spans)))


def _are_parts(page: Outline, found: RecordSet) -> bool:
    """Return whether records are parts of one page: titled so, or two of which one holds most of the text."""
    if len(found.group.records) > _PAIR:
        return are_sections(found)
    letters = [page.letters(text_span(page, record)) for record in found.group.records]
    return are_sections(found) or max(letters) > _UNEVEN * min(letters)


_PAIR, _UNEVEN = 2, 4


def choose_movies(page: Outline, weighed: Weighed) -> list[RecordSet]:
    """Return the sets that are movies, in page order; of sets inside each other the surer one."""
    chosen: list[RecordSet] = []
    sure = [(odds, found) for odds, found in weighed if odds >= (THRESHOLD if is_many(found) else PAIR_THRESHOLD)]
    best = max((odds for odds, _ in sure), default=0.0)
    sure = [(odds, found) for odds, found in sure if odds >= min(best - BESIDE, SURE)]
    boxes = {_box_name(page, found) for _, found in sure} - {None}
    sure += [(odds, found) for odds, found in weighed if THRESHOLD > odds > ALIKE_THRESHOLD and _box_name(page, found) in boxes]
    for _, found in sorted(sure, key=lambda pair: -(pair[0] + 0.7 * log(len(pair[1].group.records)))):
        if chosen and page.tags[found.group.records[0].title] == "img":
            continue  # pictures' texts beside a list are its icons
        if not any(_overlap(found, other) for other in chosen):
            chosen.append(found)
    return sorted(chosen, key=lambda found: found.group.records[0].start)


def other_lists(page: Outline, weighed: Weighed, chosen: Sequence[RecordSet]) -> list[RecordSet]:
    """Return the sets that are no movies and yet state the same fact in most records: courses, books.

    What stands in them is no fact of the movie that a page may be about.
    """
    taken = set(map(id, chosen))
    return [
        found
        for _, found in weighed
        if id(found) not in taken and is_many(found) and states_one_fact(page, found) and not are_values(page, found)
    ]


def _box_name(page: Outline, found: RecordSet) -> tuple[str, str, str] | None:
    """Return the tag and class of a set's records, and their titles' tag; None where they have no class or differ."""
    names = {(page.tags[each.start], page.classes[each.start], page.tags[each.title]) for each in found.group.records[:_FEW]}
    name = names.pop()
    return name if not names and name[1] else None


_FEW = 20


def _likeliness(found: RecordSet) -> float:
    return -found.score - 0.4 * log(len(found.group.records))


def is_many(found: RecordSet) -> bool:
    """Return whether a set has three different titles: two alike places are often there by chance."""
    return len(set(found.group.titles)) > 2


def _overlap(one: RecordSet, other: RecordSet) -> bool:
    """Return whether most records of one set lie in records of the other."""
    return _inside(one, other) or _inside(other, one)


def _inside(one: RecordSet, other: RecordSet) -> bool:
    spans = other.group.records
    at = found = 0
    for record in one.group.records:
        while at < len(spans) and spans[at].end <= record.start:
            at += 1
        found += at < len(spans) and spans[at].start <= record.title < spans[at].end
    return found > len(one.group.records) * 0.3


def read_set(page: Outline, found: RecordSet, address: PageAddress) -> list[Record]:
    """Return the records of a set with the values that they state; rows of headers are none."""
    spans = found.group.records
    titles = clean_titles(raw_titles(page, spans))
    links = movie_links(page, spans)
    mixed = share(map(leads_to_person, links)) < _MANY_PEOPLE
    cells = scores_in_cells([cell_texts(page, span) for span in spans])
    scores, scale = _scores_of(page, spans, cells)
    shown = [
        title.title if title and page.tags[span.title] == "img" else span.text for title, span in zip(titles, spans, strict=True)
    ]
    facts = [read_facts(lines_of(page, text_span(page, span)), text) for span, text in zip(spans, shown, strict=True)]
    released = are_releases(facts)
    records: list[Record] = []
    for span, title, rank, link, score, fact, cell in zip(
        spans, titles, ranks(page, spans), links, scores, facts, cells, strict=True
    ):
        if title is None or (label_field(title.title) and row_of(page, span) is not None) or (mixed and leads_to_person(link)):
            continue
        record = Record({}, {"": "records"}, absolute_url(address.base, link))
        put(record, "title", title.title)
        put(record, "rank", rank)
        put(record, "url", canonical_url(record.link) if record.link else None)
        _put_score(record, score, scale)
        for name, people in {**titled_people(page, span), **classed_people(page, span)}.items():
            put(record, name, people)
        for name, text in {**cell, **fact.labelled, **data_attributes(page, span)}.items():
            _put_labelled(record, name, text)
        put(record, "year", title.year or year_in_brackets(span.text) or year_of_row(page, span))
        put(record, "year", next(iter([*fact.years, *(fact.days if released else ())]), None))
        put(record, "runtime", next(iter(fact.runtimes), None))
        records.append(record)
    return records


_MANY_PEOPLE = 0.7
"""A list of films in which fewer links lead to people is one with people among them."""


def scores_in_cells(cells: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Return the cells of rows with numbers such as 7.5 taken for what they are below "Calificación", which names two things.

    >>> scores_in_cells([{"certificate": "7.5"}, {"certificate": "8"}]), scores_in_cells([{"certificate": "12"}])
    ([{'rating': '7.5'}, {'rating': '8'}], [{'certificate': '12'}])
    """
    said = [cell["certificate"] for cell in cells if "certificate" in cell and "rating" not in cell]
    if not any(_DECIMAL.fullmatch(text) for text in said) or not all(_SCORE.fullmatch(text) for text in said):
        return list(cells)
    return [{"rating" if name == "certificate" else name: text for name, text in cell.items()} for cell in cells]


_DECIMAL, _SCORE = re.compile(r"\d[.,]\d"), re.compile(r"\d(?:[.,]\d)?|10")


def are_releases(facts: Sequence[Facts]) -> bool:
    """Return whether the full dates of records are of releases: of years far apart; showings are of one season."""
    years = [each.days[0] for each in facts if each.days]
    return len(years) >= len(facts) / 2 and not any(each.years for each in facts) and max(years) - min(years) > _ONE_SEASON


_ONE_SEASON = 3


def _scores_of(page: Outline, spans: Sequence[RecordSpan], cells: Sequence[dict[str, str]]) -> tuple[list[str | None], float]:
    """Return the score of each record, None where it has none, and the best possible one."""
    found = [
        [*([(cell["rating"], False)] if "rating" in cell else []), *scores_in(page, span)]
        for span, cell in zip(spans, cells, strict=True)
    ]
    while are_ages([each[0][0] for each in found if each]):
        found = [each[1:] for each in found]
    if not any(found):
        found = [[(stars, True)] if stars else [] for stars in star_scores(page, spans)]
    chosen = of_one_form(found)
    return [each[0] if each else None for each in chosen], scale_of([each for each in chosen if each])


def _put_score(record: Record, score: str | None, scale: float) -> None:
    if score and any(digit in score for digit in "123456789★"):  # 0 is no vote yet
        put(record, "rating", score, lambda text: read_rating(text, scale))


def _put_labelled(record: Record, name: str, text: str) -> None:
    if name == "title":
        return
    put(record, name, [each for each in split_people(text) if is_name(each)] if name in ("actors", "directors") else text)
