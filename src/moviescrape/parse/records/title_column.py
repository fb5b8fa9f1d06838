"""Choose, of the groups that share their records, the one that holds the titles."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from moviescrape.parse.labels import label_field, split_labels
from moviescrape.parse.records.film_words import FILM, TITLE_CLASS
from moviescrape.parse.records.groups import Group, RecordSpan
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.records.showings import is_showing, without_showings
from moviescrape.parse.records.spread import spread
from moviescrape.parse.records.table_headers import TITLE_LABELS, column_header
from moviescrape.parse.values.titles import without_ranks

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_EMPHASIS = frozenset({"b", "strong", "em", "dt", "summary", "u"})
SAMPLE = 16


@dataclass(frozen=True, slots=True)
class RecordSet:
    """Groups that share their records: `group` holds the titles, `others` what else stands in the records."""

    group: Group
    score: float
    others: tuple[Group, ...] = ()


def record_sets(page: Outline, groups: Iterable[Group]) -> list[RecordSet]:
    """Return the groups joined where they share their records, each with its best title column."""
    scored = sorted(((title_score(page, group), group) for group in groups), key=lambda pair: -pair[0])
    sets: list[list[tuple[float, Group]]] = []
    taken: dict[int, int] = {}  # the start of a record -> the set that it belongs to
    for score, group in scored:
        home = _home(group, taken)
        if home is None:
            home = len(sets)
            sets.append([(score, group)])
        else:
            sets[home].append((score, group))
        for record in group.records:
            taken.setdefault(record.start, home)
    return [_choose_title(groups) for groups in sets]


def _choose_title(groups: list[tuple[float, Group]]) -> RecordSet:
    """Return the set with its best title column: of those that look alike, the one that more records have."""
    best = groups[0][0]
    alike = [(score, group) for score, group in groups if score > best - _ALIKE]
    widest = max(len(group.records) for _, group in alike)
    score, chosen = max(alike, key=lambda pair: pair[0] + _ALIKE * len(pair[1].records) / widest)
    chosen = next((inner for _, inner in alike if _leads(chosen, inner)), chosen)
    return RecordSet(chosen, score, tuple(group for _, group in groups if group is not chosen))


def _leads(outer: Group, inner: Group) -> bool:
    """Return whether the texts of a group lead those of another, but for a time or a number: the title, then more."""
    if len(outer.records) != len(inner.records):
        return False
    pairs = [(a.text, b.text) for a, b in zip(outer.records, inner.records, strict=True)]
    return share(len(b) > 1 and any(map(str.isalpha, b)) and a != b and _is_lead(a, b) for a, b in pairs) > _NEARLY_ALL


def _is_lead(outer: str, inner: str) -> bool:
    before, found, _ = outer.partition(inner)
    return bool(found) and (not any(map(str.isalpha, before)) or is_showing(before.strip()))


_NEARLY_ALL = 0.8
_ALIKE = 2.5


def _home(group: Group, taken: dict[int, int]) -> int | None:
    counts: dict[int, int] = {}
    for record in group.records:
        if (home := taken.get(record.start)) is not None:
            counts[home] = counts.get(home, 0) + 1
    best = max(counts, key=lambda home: counts[home], default=None)
    return best if best is not None and counts[best] >= len(group.records) * 0.6 else None


_TIME_OR_DATE = re.compile(
    r"^\W*\d{1,2}\s*[:.h]\s*\d\d\b|^\W*\d{1,2}[./-]\d{1,2}|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|^\W*\d{1,2}\.?\s*[^\W\d]{3,10}\.?\s*(?:\d{4})?\W*$"
    r"|^\W*\d{1,2}\.?\s*(?:de\s+|of\s+)?[^\W\d]{3,12}\s*(?:[|,–-]|\d{1,2}[:h]|\d{4})"
    r"|\b\d{1,2}\.?\s+(?:de\s+)?[^\W\d]{3,12}\.?,?\s+(?:de\s+)?(?:19|20)\d\d\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b.{0,4}\d",
    re.IGNORECASE,
)
_PRICE = re.compile(r"[$€£₹¥]\s?\d|\d\s?(?:€|kč|zł|руб|₽)", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?…] +\S|[,;:]$|\.{2,}$|…$")


def title_score(page: Outline, group: Group) -> float:
    """Return how much the texts of a group look like the titles of their records; below 0, hardly."""
    sample = spread(group.records, SAMPLE)
    texts = without_showings([record.text for record in sample])
    one = sample[len(sample) // 2]
    tags = {page.tags[n] for n in _chain(page, one)} | {
        page.tags[n] for n in range(one.title, min(page.ends[one.title], one.title + 4))
    }
    named = " ".join(page.classes[n] for n in _chain(page, one))
    named += " " + page.classes[one.title + 1] if one.title + 1 < page.ends[one.title] else ""
    hrefs = [title_link(page, record) for record in sample]
    distinct = len({record.text for record in group.records}) / len(group.records)
    header = column_header(page, one)
    return (
        (2.5 if header in TITLE_LABELS else -1.5 if header else 0.0)
        + (1.9 - 0.1 * int(min(tags & HEADINGS)[1]) if tags & HEADINGS else 0.0)
        + 0.7 * bool(tags & _EMPHASIS)
        + 1.4 * bool(TITLE_CLASS.search(named))
        - 1.4 * bool(_SUBTITLE.search(named))
        - 2.2 * bool(_ENGLISH.search(named))
        + 0.8 * share(bool(_YEAR_BEHIND.search(text)) for text in texts)
        + 0.5 * bool(FILM.search(named))
        + 0.8 * share(bool(href) for href in hrefs)
        + 1.2 * share(bool(href) and in_path(text, href or "") for text, href in zip(texts, hrefs, strict=True))
        + 0.6 * share(_is_first(page, record) for record in sample)
        - 0.9 * (page.tags[one.title] == "img")
        - 3.0 * share(_is_composite(page, record) for record in sample)
        - 2.5 * share(map(looks_dated, without_ranks(texts)))
        - 2.0 * share(bool(_PRICE.search(text)) for text in texts)
        - 2.5 * share(_is_labelled(page, record) for record in sample)
        - 2.5 * share(is_in_sentence(page, record) for record in sample)
        - 1.5 * share(len(text.split()) > 10 or len(text) > 90 for text in texts)
        - 1.2 * share(bool(_SENTENCE.search(text)) for text in texts)
        - 2.5 * share(_is_no_name(text) for text in texts)
        - 1.0 * share(len(text) < 3 for text in texts)
        - 3.0 * max(0.0, 0.6 - distinct)
        - 0.8 * (1 - distinct)
    )


def looks_dated(text: str) -> bool:
    """Return whether a text is a time or a date, or begins with one.

    >>> looks_dated("21 May | Tuesday"), looks_dated("20:15"), looks_dated("12 Angry Men")
    (True, True, False)
    """
    return bool(_TIME_OR_DATE.search(text)) or is_showing(text)


_SUBTITLE = re.compile(r"sub-?tit|sub-?head|original|director|author|user-?name|file-?name", re.IGNORECASE)
_ENGLISH = re.compile(r"(?<![a-z])(?:en|eng|english)(?![a-z])", re.IGNORECASE)
"""The class of an English title beside the page's own, which its link is often named after."""
_YEAR_BEHIND = re.compile(r"[(\[][^()]{0,40}(?:18[89]|19\d|20\d)\d\s*[)\]]\s*$")
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|html?|pdf|php|mp4|zip)\W*$", re.IGNORECASE)
_LENGTH = re.compile(r"\b\d{1,3}\s?(?:min|мин|分|분|хв|dk|perc)", re.IGNORECASE)


def _is_no_name(text: str) -> bool:
    """Return whether a text is a label, a labelled fact, a length or has no letters."""
    return bool(
        not any(letter.isalpha() for letter in text)
        or label_field(text)
        or split_labels(text)
        or _LENGTH.search(text)
        or _FILE.search(text)
    )


def _chain(page: Outline, record: RecordSpan) -> list[int]:
    """Return the title's element and the nearest around it, inside the record, that hold nothing else."""
    chain, number = [record.title], page.parents[record.title]
    texts = page.last_text[record.title] - page.first_text[record.title]
    while number >= record.start and page.last_text[number] - page.first_text[number] <= max(texts, 1):
        chain.append(number)
        number = page.parents[number]
    return chain


def _is_labelled(page: Outline, record: RecordSpan) -> bool:
    """Return whether a label stands before a title, in its line or as the line before: "Director: ", but not "Title: "."""
    first = page.first_text[record.title]
    if not page.first_text[record.start] < first < page.last_text[record.title]:
        return False
    before = page.texts[first - 1]
    field = label_field(before)
    if field or page.lines[first - 1] != page.lines[first]:
        return (field or "title") not in TITLE_LABELS or (not field and before.endswith((":", "：")))
    return before.endswith((":", "：")) and not looks_dated(before)


def is_in_sentence(page: Outline, record: RecordSpan) -> bool:
    """Return whether a title stands in running text: in a line with much text before it, or much more than itself.

    A line whose texts stand each in an element of its own is a row of facts.
    """
    first, last = page.first_text[record.title], page.last_text[record.title]
    if first == last:
        return False
    start, end = first, last
    while start > 0 and page.lines[start - 1] == page.lines[first]:
        start -= 1
    while end < len(page.texts) and page.lines[end] == page.lines[first]:
        end += 1
    around = {*page.ancestors(record.title)}
    if not any(page.owners[text] in around for text in (*range(start, first), *range(last, end))):
        return False
    before, after = page.letters(range(start, first)), page.letters(range(last, end))
    if before <= _FEW_LETTERS and last < end and YEAR_NEXT.match(page.texts[last]):
        return False  # the entry of a diary: "4 October: Playtime (Jacques Tati, 1967). The best comedy ..."
    return before > _FEW_LETTERS or before + after > max(120, 4 * len(record.text))


_FEW_LETTERS = 25
YEAR_NEXT = re.compile(r"\W{0,2}[(\[][^()\[\]]{0,60}(?:18[89]|19\d|20\d)\d[)\]]")


def _is_composite(page: Outline, record: RecordSpan) -> bool:
    """Return whether a title's element holds texts of several lines, and the title is not the first of them alone."""
    first, last = page.first_text[record.title], page.last_text[record.title]
    return last > first and page.lines[first] != page.lines[last - 1] and record.text != page.texts[first]


def _is_first(page: Outline, record: RecordSpan) -> bool:
    return page.first_text[record.title] <= page.first_text[record.start] + 1


_WORD = re.compile(r"[^\W_]{2,}")


def in_path(title: str, href: str) -> bool:
    """Return whether most of the first words of a title stand in the path of its link.

    >>> in_path("The Amber Road", "/film/the-amber-road/"), in_path("Home", "/film/the-amber-road/")
    (True, False)
    """
    words = [word.casefold() for word in _WORD.findall(title)][:5]
    path = path_of(href).casefold()
    return bool(words) and sum(word in path for word in words) >= max(1, len(words) * 0.6)


def path_of(href: str) -> str:
    """Return the path and query of a link, unescaped; "" where it is no address."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return ""
    return unquote(f"{parts.path}?{parts.query}" if parts.query else parts.path)


def share(found: Iterable[bool]) -> float:
    """Return the share of true values, 0 of none."""
    values = list(found)
    return sum(values) / len(values) if values else 0.0


def is_first_of_more(page: Outline, record: RecordSpan) -> bool:
    """Return whether a title is the first text of an element that holds more: the links in it are not the title's."""
    first = page.first_text[record.title]
    return page.last_text[record.title] - first > 1 and record.text == page.texts[first]


def title_link(page: Outline, record: RecordSpan) -> str | None:
    """Return the address of the link that a title stands in or holds, None where there is none."""
    number = record.title
    while number >= record.start:
        if page.tags[number] == "a" and (href := page.attribute(number, "href")):
            return href
        number = page.parents[number]
    if is_first_of_more(page, record):
        return None
    for below in range(record.title + 1, page.ends[record.title]):
        if page.tags[below] == "a" and (href := page.attribute(below, "href")):
            return href
    return None
