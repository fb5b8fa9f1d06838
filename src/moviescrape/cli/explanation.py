"""An explained page as text for people and as JSON for programs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from moviescrape.cli.words import plural
from moviescrape.parse.explain import Candidate, Explanation, FieldExplanation
from moviescrape.parse.selection import Found

MAX_SHOWN = 12
"""Of what a selector finds: enough to see whether it is right."""
Fields = tuple[FieldExplanation, ...]


def explanation_lines(explained: Explanation, numbers: Sequence[int]) -> Iterator[str]:
    """Yield the page, the movies of these `numbers` (from 1), and a summary of all of them where there are more."""
    yield from _page_lines(explained)
    for number in numbers:
        yield ""
        yield f"movie {number} of {len(explained.movies)}"
        for explanation in explained.movies[number - 1]:
            yield from _field_lines(explanation)
    if len(explained.movies) > len(numbers):
        yield ""
        yield f"all {len(explained.movies)} movies (--movie N shows one, --all shows each)"
        for same_field in zip(*explained.movies, strict=True):
            yield _summary_line(same_field)
    yield from (f"note: {note}" for note in explained.page.notes)


def explanation_json(explained: Explanation, numbers: Sequence[int]) -> dict[str, Any]:
    """Return what `--json` prints: the page, and the movies of these `numbers` (from 1) with all that was found."""
    page, movies = explained.page, [explained.movies[number - 1] for number in numbers]
    return {
        "kind": page.kind,
        "site": page.site,
        "layout": page.layout,
        "problem": page.problem.with_options if page.problem else None,
        "extractors": explained.extractors,
        "movies_found": len(page.movies),
        "declared_here": page.declared_here,
        "declared_total": page.declared_total,
        "next_url": page.next_url,
        "notes": page.notes,
        "movies": [{explanation.field: _field_json(explanation) for explanation in fields} for fields in movies],
    }


def selection_lines(field: str, selector: str, found: Sequence[Found]) -> Iterator[str]:
    """Yield what a selector finds on a page, read as a field, the first of many."""
    read = sum(one.value is not None for one in found)
    yield f"{field} = {selector}: {len(found)} found, {read} read as {field}"
    for one in found[:MAX_SHOWN]:
        value = "(not read)" if one.value is None else _plain(one.value)
        yield f"  {value}" if value == one.text else f"  {value:<30}  from {one.text!r}"
    if len(found) > MAX_SHOWN:
        yield f"  ... and {len(found) - MAX_SHOWN:,} more"


def selection_json(field: str, selector: str, found: Sequence[Found]) -> dict[str, Any]:
    """Return the same for programs, all of it."""
    return {"field": field, "selector": selector, "found": [one._asdict() for one in found]}


def _page_lines(explained: Explanation) -> Iterator[str]:
    page = explained.page
    yield f"{page.kind}, site {page.site or 'unknown'}, layout {page.layout or 'unknown'}: {plural(len(page.movies), 'movie')}"
    yield f"found by: {', '.join(explained.extractors) or 'nothing'}"
    if page.declared_here is not None or page.declared_total is not None:
        yield f"the page says that it shows {page.declared_here or 'some'} movies, of {page.declared_total or 'some'}"
    if page.next_url:
        yield f"next page: {page.next_url}"


def _field_lines(explanation: FieldExplanation) -> Iterator[str]:
    """Yield the value on one line, whole, and where it is from, or why it is missing, below it."""
    yield f"  {explanation.field:<10}{_as_text(explanation.chosen) if explanation.chosen else '(missing)'}"
    yield f"  {'':<10}  {_source(explanation)}"


def _source(explanation: FieldExplanation) -> str:
    if explanation.chosen is None:
        return explanation.gap
    parts = [f"{explanation.chosen.extractor}: {explanation.chosen.place}"]
    parts += [f"{other.extractor} says {_as_text(other)}" for other in explanation.disagreeing]
    if agreeing := len(explanation.others) - len(explanation.disagreeing):
        parts.append(f"{plural(agreeing, 'other')} {'agrees' if agreeing == 1 else 'agree'}")
    return "; ".join(parts)


def _summary_line(same_field: Fields) -> str:
    """Return in how many movies a field has a value, by which extractors, and in how many another one disagrees."""
    by = Counter(explanation.chosen.extractor for explanation in same_field if explanation.chosen)
    disagreeing = sum(bool(explanation.disagreeing) for explanation in same_field)
    sources = f"  by {', '.join(f'{name} {count}' for name, count in by.most_common())}" if by else ""
    others = f"; in {disagreeing} another says otherwise" if disagreeing else ""
    return f"  {same_field[0].field:<10}{by.total():>5} of {len(same_field)}{sources}{others}"


def _as_text(candidate: Candidate) -> str:
    return _plain(candidate.value)


def _plain(value: Any) -> str:
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _field_json(explanation: FieldExplanation) -> dict[str, Any]:
    if explanation.chosen is None:
        return {"value": None, "gap": explanation.gap}
    return {**_candidate_json(explanation.chosen), "others": [_candidate_json(other) for other in explanation.others]}


def _candidate_json(candidate: Candidate) -> dict[str, Any]:
    return {"value": candidate.value, "extractor": candidate.extractor, "place": candidate.place}
