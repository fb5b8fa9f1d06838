"""What changed of a site's layouts, as text for people and as JSON for programs."""

from collections.abc import Iterator, Sequence
from typing import Any

from moviescrape.cli.words import plural
from moviescrape.movie import DEFAULT_COLUMNS
from moviescrape.parse.drift import Drift, Floors


def drift_lines(drifts: Sequence[Drift], floors: Floors) -> Iterator[str]:
    """Yield a line a layout: those that changed first, then those as ever, then those that nothing is known of."""
    width = max(len(drift.layout) for drift in drifts)
    for drift in sorted(drifts, key=lambda drift: _rank(drift, floors)):
        verdict = "CHANGED" if drift.has_changed(floors) else "ok" if drift.layout in floors else "no floors"
        yield f"{verdict:<9}  {drift.layout:<{width}}  {_details(drift, floors)}"


def _rank(drift: Drift, floors: Floors) -> tuple[bool, bool, str]:
    return not drift.has_changed(floors), drift.layout not in floors, drift.layout


def _details(drift: Drift, floors: Floors) -> str:
    changed = f"{plural(drift.changed, 'page')} of {drift.pages:,} not read as before" if drift.changed else ""
    below = ", ".join(
        f"{name} {drift.share(name):.0%}, was over {floor:.0%}{_selectors(drift, name)}"
        for name, floor in drift.below(floors).items()
    )
    counts = f"{plural(drift.pages, 'page')}, {plural(drift.movies, 'movie')}"
    gaps = ", ".join(f"{name} {drift.share(name):.0%}" for name in DEFAULT_COLUMNS if drift.movies and drift.share(name) < 1)
    return "; ".join(part for part in (changed, below, counts if changed or below else f"{counts}{gaps and ': '}{gaps}") if part)


def _selectors(drift: Drift, name: str) -> str:
    silent = [selector for field, selector in drift.silent_selectors() if field == name]
    return f" ({', '.join(silent)} finds nothing)" if silent else ""


def drift_json(drifts: Sequence[Drift], floors: Floors) -> dict[str, Any]:
    """Return what `--json` prints: whether anything changed, and the figures of each layout."""
    return {
        "changed": any(drift.has_changed(floors) for drift in drifts),
        "layouts": [
            {
                "layout": drift.layout,
                "changed": drift.has_changed(floors),
                "pages": drift.pages,
                "pages_without_movies": drift.unread,
                "pages_not_read_as_before": drift.changed,
                "movies": drift.movies,
                "filled": {name: round(drift.share(name), 4) for name in drift.filled},
                "floors": floors.get(drift.layout),
                "below_floor": drift.below(floors),
                "silent_selectors": [{"field": field, "selector": selector} for field, selector in drift.silent_selectors()],
            }
            for drift in drifts
        ],
    }
