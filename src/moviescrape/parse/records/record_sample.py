"""Take records spread over all of a set, with what is asked of them more than once."""

from collections.abc import Iterable

from moviescrape.parse.records.certificates import has_certificate
from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.records.record_lines import text_span
from moviescrape.parse.records.showings import without_showings
from moviescrape.parse.records.spread import spread
from moviescrape.parse.records.stated_facts import SAMPLE, facts_of, stated_kinds
from moviescrape.parse.records.title_column import HEADINGS, RecordSet, path_of, title_link


class Sample:
    """Records of a set, spread over all of it, and what is asked of them, an entry a record."""

    def __init__(self, page: Outline, found: RecordSet) -> None:
        self.page = page
        self.found = found
        self.records = spread(found.group.records, SAMPLE)
        self.texts = without_showings([record.text for record in self.records])
        self.spans = [text_span(page, record) for record in self.records]
        self.facts = [facts_of(page, record) for record in self.records]
        self.kinds = [stated_kinds(page, record, facts) for record, facts in zip(self.records, self.facts, strict=True)]
        self.certified = [has_certificate(page, span) for span in self.spans]
        self.links = [title_link(page, record) or "" for record in self.records]
        self.paths = [path_of(link) for link in self.links]
        self.distinct = len({record.text for record in found.group.records})
        self.middle = found.group.records[len(found.group.records) // 2]
        around = (self.middle.title, *page.ancestors(self.middle.title))
        self.around = [number for number in around if page.tags[number] not in ("html", "body")][:_MAX_AROUND]
        self.heading = heading_before(page, found.group.records[0].start)

    def has_image(self, record: RecordSpan) -> bool:
        """Return whether a record holds an image."""
        return "img" in self.page.tags[record.start : min(record.end, record.start + 80)]

    def classes_of(self, elements: Iterable[int]) -> str:
        """Return the classes of elements."""
        return " ".join(self.page.classes[number] for number in elements)


_MAX_AROUND = 10
"""So many elements around a title are asked for their names."""


def heading_before(page: Outline, start: int) -> str:
    """Return the text of the nearest heading before an element, "" where there is none near."""
    for number in range(start - 1, max(-1, start - 60), -1):
        if page.tags[number] in HEADINGS and page.first_text[number] < page.last_text[number]:
            return page.text(number)[:200]
    return ""
