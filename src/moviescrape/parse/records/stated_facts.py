"""Say which facts of a movie the records of a set state: in their lines, below headers of their table, in attributes."""

import re
from dataclasses import replace
from itertools import islice

from moviescrape.parse.headline import is_section
from moviescrape.parse.labels import label_field
from moviescrape.parse.records.fact_lines import Facts
from moviescrape.parse.records.groups import EMPHASIS, Group, RecordSpan
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.records.record_attributes import classed_people, data_attributes
from moviescrape.parse.records.record_facts import read_facts
from moviescrape.parse.records.record_lines import lines_of, text_span
from moviescrape.parse.records.table_headers import cell_texts
from moviescrape.parse.records.table_rows import year_of_row
from moviescrape.parse.records.title_column import RecordSet, share
from moviescrape.parse.values.numbers import ascii_digits

SAMPLE = 12
"""So many records of a set are looked at, spread over all of it."""
MOST = 0.4
YEAR_IN_TITLE = re.compile(
    r"[(\[][^()]{0,40}(?:18[89]|19\d|20\d)\d\s*[)\]]|[-\s](?:19\d|20[012])\d$|^(?:18[89]|19\d|20[012])\d\s?[:–—-]\s"
)


def stated_kinds(page: Outline, record: RecordSpan, facts: Facts) -> set[str]:
    """Return which facts of a movie a record states: in its lines, below headers of its table, for the page's script."""
    of_attributes = data_attributes(page, record).keys() | classed_people(page, record).keys()
    stated = facts.labelled.keys() | cell_texts(page, record).keys() | of_attributes
    kinds = {name for name in stated if name in _FACTS}
    if facts.years or YEAR_IN_TITLE.search(ascii_digits(record.text)):
        kinds.add("year")
    if facts.runtimes:
        kinds.add("runtime")
    return kinds


_FACTS = frozenset({"directors", "actors", "genres", "country", "runtime", "year", "original_title", "languages"})


def states_facts(page: Outline, found: RecordSet) -> bool:
    """Return whether most records of a set state two facts of a movie: then they are the page's subject, not a side list."""
    sample = found.group.records[:SAMPLE]
    kinds = [_kinds_of(page, span) for span in sample]
    return share(len(each) >= 2 for each in kinds) > MOST


def states_one_fact(page: Outline, found: RecordSet) -> bool:
    """Return whether most records of a set state the same fact of a movie, a year for example."""
    kinds = [_kinds_of(page, span) for span in found.group.records[:SAMPLE]]
    return any(share(kind in each for each in kinds) > _MORE_THAN_HALF for kind in set().union(*kinds))


_MORE_THAN_HALF = 0.55


def facts_of(page: Outline, record: RecordSpan) -> Facts:
    """Return the facts of a record's first lines; read once, because records of several sets are often the same."""
    facts = page.facts.get(record)
    if not isinstance(facts, Facts):
        facts = page.facts[record] = read_facts(islice(lines_of(page, text_span(page, record)), _MAX_LINES), record.text)
        if not facts.years and (year := year_of_row(page, record)):
            facts.years.append(year)
    return facts


_MAX_LINES = 50


def _kinds_of(page: Outline, record: RecordSpan) -> set[str]:
    return stated_kinds(page, record, facts_of(page, record))


def without_headings(page: Outline, found: RecordSet) -> RecordSet:
    """Return a set whose titles are emphasised lines of running text without those that state nothing, where most state facts.

    Such lines are headings between the films.
    """
    records = found.group.records
    if page.tags[records[0].title] not in EMPHASIS or len(records) > _MAX_RECORDS:
        return found
    stating = tuple(record for record in records if _kinds_of(page, record))
    if len(stating) == len(records) or len(stating) <= max(2, len(records) / 2):
        return found
    return replace(found, group=Group(found.group.signature, stating))


_MAX_RECORDS = 200


def is_definition_list(page: Outline, found: RecordSet) -> bool:
    """Return whether the records are the labelled facts of one thing: "Director: ...", "Country: ...", a row each."""
    sample = found.group.records[:SAMPLE]
    firsts = [(record, span[0]) for record in sample if (span := text_span(page, record))]
    named = [name for _, first in firsts if (name := label_field(page.texts[first])) not in (None, "title", "rank")]
    headed = share(_is_headed(page, record, first) for record, first in firsts)
    return (len(set(named)) > 1 and len(named) > len(firsts) * 0.25) or (len(named) > 0 and headed > MOST)


def _is_headed(page: Outline, record: RecordSpan, first: int) -> bool:
    """Return whether a record begins with a heading cell that is not its title."""
    owner = page.owners[first]
    return not page.first_text[record.title] <= first < page.last_text[record.title] and any(
        page.tags[number] in ("th", "dt") for number in (owner, *page.ancestors(owner)) if number >= record.start
    )


def are_values(page: Outline, found: RecordSet) -> bool:
    """Return whether records are values in a table of one movie's facts: names in a row that begins with "Directed by"."""
    return share(_has_label(page, record.title) for record in found.group.records[:SAMPLE]) > _SOME


def _has_label(page: Outline, number: int) -> bool:
    """Return whether an element stands in a table row whose heading cell is the label of a field, in another cell than that."""
    row = next((around for around in page.ancestors(number) if page.tags[around] == "tr"), None)
    if row is None or row + 1 >= page.ends[row]:
        return False
    return page.tags[row + 1] == "th" and page.ends[row + 1] <= number and label_field(page.text(row + 1)) not in (None, "title")


def are_sections(found: RecordSet) -> bool:
    """Return whether the titles are headings of the parts of one page: "Overview", "Cast", "Related links"."""
    return share(map(is_section, found.group.titles[:SAMPLE])) > _SOME


_SOME = 0.25
