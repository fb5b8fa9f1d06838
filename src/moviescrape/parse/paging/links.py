"""The links and buttons of a page, each read once."""

from collections.abc import Iterator
from dataclasses import dataclass

from moviescrape.parse.dom.document import Node
from moviescrape.parse.paging.paging_words import OFF_CLASS, Phrase, read_phrase
from moviescrape.parse.paging.site_links import ListAddress

_MAX_LINKS = 5_000
_MAX_CHARACTERS = 60
_SELECTOR = 'a, button, option[value], input[type="button"], input[type="submit"], [role="button"]'


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link, a button, or an option of a drop-down list: what it says, and where it leads.

    `said` are its text, label, title and value, none of them long. `url` is None where it leads to no other page of this site's
    lists: to one of the page's movies (`is_movie`), to the page itself, or nowhere, as a button does (`is_button`).
    """

    node: Node
    said: tuple[str, ...]
    url: str | None
    is_movie: bool
    is_button: bool

    @property
    def phrases(self) -> Iterator[Phrase]:
        """Yield what it says, in words."""
        return map(read_phrase, self.said)

    @property
    def classes(self) -> str:
        """Return its classes and its id."""
        return f"{self.node.attribute('class') or ''} {self.node.attribute('id') or ''}"

    @property
    def is_off(self) -> bool:
        """Return whether it, or what is around it, is switched off or hidden."""
        around = self.node.parent
        return any(_is_off(node) for node in (self.node, around) if node is not None)


def read_links(root: Node, address: ListAddress) -> list[PageLink]:
    """Return the links and buttons of a page, in its order."""
    return [_read_link(node, address) for node in root.select(_SELECTOR)[:_MAX_LINKS]]


def _read_link(node: Node, address: ListAddress) -> PageLink:
    href = node.attribute("href") or (node.attribute("value") if node.tag == "option" else None)
    if node.tag == "option" and href and not href.startswith(("/", "?", "http:", "https:")):
        href = None
    is_movie = address.leads_to_movie(href)
    return PageLink(
        node,
        said=tuple(_said(node)),
        url=None if is_movie else address.resolve(href),
        is_movie=is_movie,
        is_button=not href or href.strip().lower().startswith(("#", "javascript:")),
    )


def _said(node: Node) -> Iterator[str]:
    text = node.text if len(node.children) < 4 else ""
    value = node.attribute("value") if node.tag == "input" else None
    for said in (text, node.attribute("aria-label"), node.attribute("title"), value):
        if said and len(said) <= _MAX_CHARACTERS:
            yield said.strip()


def _is_off(node: Node) -> bool:
    return bool(
        OFF_CLASS.search(f"{node.attribute('class') or ''} {node.attribute('id') or ''}")
        or node.attribute("hidden") is not None
        or node.attribute("disabled") is not None
        or node.attribute("aria-disabled") == "true"
        or "display:none" in (node.attribute("style") or "").replace(" ", "")
    )
