"""Texts at alike places, each in a record of its own, whatever markup parts the records."""

import pytest

from moviescrape.parse.records.groups import MAX_TITLE_LETTERS, find_groups
from moviescrape.parse.records.record_lines import text_span
from support.outlines import outline_of

TITLES = ["The Amber Road", "Northern Tide", "Paper Moons", "Salt"]
FACTS = ["2019, 97 min", "2021, 112 min", "2003, 101 min", "1988, 84 min"]
PAIRS = list(zip(TITLES, FACTS, strict=True))


@pytest.mark.parametrize(
    ("before", "record", "behind"),
    [
        ("<ul>", "<li><b>{}</b> {}</li>", "</ul>"),
        ("<div>", "<article><h3>{}</h3><p>{}</p></article>", "</div>"),
        ("<div>", "<h3>{}</h3><p>{}</p>", "</div>"),
        ("<dl>", "<dt>{}</dt><dd>{}</dd>", "</dl>"),
        ("<table>", "<tr><td>{}</td><td>{}</td></tr>", "</table>"),
        ("<table>", "<tr class='a'><td>{}</td></tr><tr class='b'><td>{}</td></tr>", "</table>"),
        ("<div>", "<a class='card'><span class='t'>{}</span><span>{}</span></a>", "</div>"),
        ("<section><div>", "<div class='col'><div class='in'><h4>{}</h4><p>{}</p></div></div>", "</div></section>"),
    ],
)
def test_each_title_has_the_facts_of_its_record(before: str, record: str, behind: str) -> None:
    page = outline_of(before + "".join(record.format(*pair) for pair in PAIRS) + behind)
    group = next(group for group in find_groups(page) if group.titles == TITLES)
    texts = [" ".join(page.texts[text] for text in text_span(page, span)) for span in group.records]
    assert [text.replace(title, "").strip() for title, text in zip(TITLES, texts, strict=True)] == FACTS


def test_records_do_not_overlap() -> None:
    page = outline_of("<ul>" + "".join(f"<li><b>{title}</b> {fact}</li>" for title, fact in PAIRS) + "</ul>")
    for group in find_groups(page):
        ends = [span.end for span in group.records]
        assert all(end <= span.start for end, span in zip(ends, group.records[1:], strict=False))


def test_long_texts_are_no_titles() -> None:
    page = outline_of("".join(f"<p>{'word ' * MAX_TITLE_LETTERS}{number}</p>" for number in range(4)))
    assert list(find_groups(page)) == []
