"""What the movies of repeated blocks are called: by heading, link, class, first line, tooltip or picture, alike for all."""

import re
from collections.abc import Callable

from moviescrape.parse.general.blocks import Block
from moviescrape.parse.labels import split_label

_BOILERPLATE = re.compile(
    r"(?:read|see|view|learn|find out|show)\b.{0,12}\b(?:more|details?|all|reviews?)|more(?: info(?:rmation)?)?|details?|"
    r"trailers?|watch(?: now| trailer| online)?|play|buy|rent|book(?: now)?|(?:buy |get )?tickets?|reviews?|info|"
    r"mehr(?: infos?)?|weiterlesen|lire la suite|voir plus|en savoir plus|"
    r"leer más|ver más|lees meer|подробнее|смотреть|więcej|více|查看更多|详情|더보기|[\W\d]*(?:stars?)?|tbd",
    re.IGNORECASE,
)


def _by_heading(block: Block) -> str | None:
    node = block.node.first("h1, h2, h3, h4, h5, h6")
    inside = node.select("a") if node else []
    linked = next((text for link in inside if (text := link.text) and not _BOILERPLATE.fullmatch(text)), None)
    return linked or (node.text if node else None)


_NAMED = ", ".join(
    f'[{attribute}*="{word}"]'
    for attribute in ("class", "data-qa", "data-testid", "itemprop")
    for word in ("title", "Title", "name", "Name")
)


def _by_class(block: Block) -> str | None:
    nodes = block.node.select(_NAMED)
    return next((text for node in nodes if (text := node.text) and not _BOILERPLATE.fullmatch(text)), None)


def _by_link(block: Block) -> str | None:
    lines = [lines[0] for link in block.links if len(lines := link.lines) == 1 and not _BOILERPLATE.fullmatch(lines[0])]
    return lines[0] if lines else None


_DATA_NAMES = ("data-title", "data-film-name", "data-movie-title", "data-item-name", "data-name")


def _by_data(block: Block) -> str | None:
    nodes = (block.node, *block.node.select(", ".join(f"[{name}]" for name in _DATA_NAMES)))
    return next((text for node in nodes for name in _DATA_NAMES if (text := (node.attribute(name) or "").strip())), None)


def _by_first_line(block: Block) -> str | None:
    return next((line for link in block.links for line in link.lines if not _BOILERPLATE.fullmatch(line)), None)


def _by_tooltip(block: Block) -> str | None:
    return next((text for link in block.links if (text := link.attribute("title"))), None)


def _by_picture(block: Block) -> str | None:
    return next((text for node in block.node.select("img[alt]") if (text := (node.attribute("alt") or "").strip())), None)


_WAYS: tuple[Callable[[Block], str | None], ...] = (
    _by_heading, _by_link, _by_class, _by_data, _by_first_line, _by_tooltip, _by_picture,
)  # fmt: skip
_LONGEST_TITLE = 120


def block_titles(blocks: list[Block]) -> list[str | None] | None:
    """The blocks' titles by the first way that gives nearly every block one, and nearly each its own."""
    for way in _WAYS:
        titles = [_usable(way(block)) for block in blocks]
        given = [title for title in titles if title]
        if len(given) >= 0.8 * len(blocks) and len(set(given)) >= 0.8 * len(given):
            whole = [title or _number(block) for title, block in zip(titles, blocks, strict=True)]
            return _without_other_names(_without_scores(_without_ranks(whole)))
    return None


_SCORE_BEHIND = re.compile(r"(.*\S)\s+\d{1,2}\.\d")
_OTHER_NAMES = re.compile(r"(.*?\S)\s+/\s+\S.*", re.DOTALL)


def _without_scores(titles: list[str | None]) -> list[str | None]:
    """The titles without the score behind them, where most have one: "Heat 8.3"."""
    return _first_parts(titles, _SCORE_BEHIND)


def _without_other_names(titles: list[str | None]) -> list[str | None]:
    """The titles without those of other languages behind slashes, where most have some."""
    return _first_parts(titles, _OTHER_NAMES)


def _first_parts(titles: list[str | None], pattern: re.Pattern[str]) -> list[str | None]:
    found = [pattern.fullmatch(title) if title else None for title in titles]
    if sum(each is not None for each in found) <= len(titles) / 2:
        return titles
    return [each[1] if each else title for each, title in zip(found, titles, strict=True)]


_A_NUMBER = re.compile(r"(?:\d{1,3}[.)]\s+)?(\d{1,4})")


def _number(block: Block) -> str | None:
    """A film whose name is a number: 1917."""
    named = [node.text for node in block.node.select(f"h1, h2, h3, h4, h5, h6, {_NAMED}")]
    first = [line for link in block.links for line in link.lines[:1]]
    return next((found[1] for text in (*named, *first) if (found := _A_NUMBER.fullmatch(text))), None)


def _without_ranks(titles: list[str | None]) -> list[str | None]:
    """The titles without the numbers glued to them, where nearly each begins with its own place in the list."""
    ranked = [title.startswith(str(place)) for place, title in enumerate(titles, 1) if title]
    if sum(ranked) < 0.8 * len(ranked):
        return titles
    return [title.removeprefix(str(place)).lstrip(" .):-") or title if title else None for place, title in enumerate(titles, 1)]


def _usable(text: str | None) -> str | None:
    if not text or len(text) > _LONGEST_TITLE or _BOILERPLATE.fullmatch(text) or split_label(text):
        return None
    return text
