"""Choose the link of each record that leads to the movie's own page."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from urllib.parse import urlsplit

from moviescrape.parse.records.film_words import FILM, PEOPLE
from moviescrape.parse.records.groups import RecordSpan
from moviescrape.parse.records.outline import Outline
from moviescrape.parse.records.title_column import in_path, is_first_of_more, path_of, share

_OTHER_HOSTS = re.compile(
    r"(?:^|//|\.)(?:youtube\.|youtu\.be|vimeo\.|facebook\.|twitter\.|x\.com|instagram\.|wa\.me|t\.me|imdb\.com/video)|^(?:mailto|javascript|tel):",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"ticket|book(?:ing|now)|\bbuy\b|reserv|comprar|entradas|bilet|billet|kaufen|koupit|\bcart\b|checkout|order|sessions?\b|showtime|seans|login|signin|register"
    r"|trailer|whatsapp|share|\.(?:jpe?g|png|gif|webp|pdf|mp4)(?:$|\?)",
    re.IGNORECASE,
)
"""What the paths of links beside a movie say that do not lead to its page."""
_SHOPS = re.compile(r"(?:www\.)?(?:tickets?|bilet\w{0,5}|kasse|boka|booking|shop|entradas|reserv\w{0,8})\.", re.IGNORECASE)
"""Hosts that sell tickets."""


def leads_elsewhere(href: str) -> bool:
    """Return whether a link leads to tickets, a trailer, a picture or nowhere, and not to a movie's page."""
    href = href.strip()
    if not href or href.startswith("#") or _OTHER_HOSTS.search(href):
        return True
    try:
        parts = urlsplit(href)
    except ValueError:
        return True
    return bool(_ELSEWHERE.search(f"{parts.path}?{parts.query}") or _SHOPS.match(parts.netloc))


def movie_links(page: Outline, spans: Sequence[RecordSpan]) -> list[str | None]:
    """Return for each record the address that its movie's link has on the page, None where no link is clearly the movie's."""
    own = [_title_links(page, span) for span in spans]
    usable = [links[0] if links and not leads_elsewhere(links[0]) else None for links in own]
    if sum(link is not None for link in usable) >= len(spans) * 0.5 and _may_be_pages(spans, usable):
        return usable
    return _best_column(page, spans)


def _title_links(page: Outline, span: RecordSpan) -> list[str]:
    """Return the link around a title, or those in it."""
    number = span.title
    while number >= span.start:
        if page.tags[number] == "a" and (href := page.attribute(number, "href")):
            return [href]
        number = page.parents[number]
    if is_first_of_more(page, span):
        return []
    below = range(span.title + 1, page.ends[span.title])
    return [href for n in below if page.tags[n] == "a" and (href := page.attribute(n, "href"))]


def link_of(page: Outline, number: int) -> str | None:
    """Return where an element leads when it is clicked: a link, or what a script reads from its attributes."""
    if page.tags[number] == "a" and (href := page.attribute(number, "href")):
        return href
    for name, text in page.elements[number].items():
        value = str(text)
        if name == "onclick" and (opened := _OPENED.search(value)):
            return opened[1]
        if _LINK_NAME.fullmatch(str(name)) and _ADDRESS.match(value):
            return value
    return None


_LINK_NAME = re.compile(r"data-(?:(?:target|page|detail|film|movie)s?-)?(?:link|href|url)")
_ADDRESS = re.compile(r"(?:https?:)?//?[^\s/]")
_OPENED = re.compile(r"(?:location(?:\.href)?\s?=|location\.assign\(|window\.open\(|navigate\()\s?['\"]([^'\"]{1,500})['\"]")


def _may_be_pages(spans: Sequence[RecordSpan], links: Sequence[str | None]) -> bool:
    """Return whether links may lead to the movies' pages: different ones for different titles, and not a site for each."""
    pairs = {(span.text, link) for span, link in zip(spans, links, strict=True) if link}
    hosts = {host for _, link in pairs if (host := _host_of(link))}
    titles = {title for title, _ in pairs}
    return len(hosts) < max(3, len(pairs) / 2) and len({link for _, link in pairs}) >= len(titles) * _MOST


def _are_of_showings(titles: Sequence[str], links: Sequence[str]) -> bool:
    """Return whether titles that are equal have different links."""
    shown = Counter(titles)
    different = Counter(title for title, _ in set(zip(titles, links, strict=True)))
    repeated = [title for title, times in shown.items() if times > 1]
    return len(repeated) > 1 and share(different[title] == shown[title] for title in repeated) > _MOST


_MOST = 0.7


def _host_of(link: str) -> str:
    found = _HOST.match(link)
    return found[1] if found else ""


_HOST = re.compile(r"(?:https?:)?//([^/?#]{1,253})", re.IGNORECASE)


def _best_column(page: Outline, spans: Sequence[RecordSpan]) -> list[str | None]:
    columns: defaultdict[tuple[str, int], dict[int, str]] = defaultdict(dict)
    for at, span in enumerate(spans):
        seen: defaultdict[str, int] = defaultdict(int)
        for number in range(span.start, min(span.end, span.start + 300)):
            if not (href := link_of(page, number)):
                continue
            signature = page.signatures[number]
            seen[signature] += 1
            columns[(signature, seen[signature])].setdefault(at, href)
    best, chosen = 0.0, {}
    for (_, place), found in columns.items():
        score = _link_score(spans, found) - 0.05 * place
        if score > best:
            best, chosen = score, found
    return [chosen.get(at) for at in range(len(spans))]


def _link_score(spans: Sequence[RecordSpan], found: dict[int, str]) -> float:
    """Return how clearly a column of links leads to the movies' pages, 0 where it does not."""
    titles = [spans[at].text for at in found]
    hrefs = list(found.values())
    few = len(found) < len(spans) * 0.5
    elsewhere = share(leads_elsewhere(href) for href in hrefs) > 0.3
    if few or elsewhere or _are_of_showings(titles, hrefs) or not _may_be_pages([spans[at] for at in found], hrefs):
        return 0.0
    slugs = share(in_path(title, href) for title, href in zip(titles, hrefs, strict=True))
    films = share(bool(FILM.search(path_of(href))) for href in hrefs)
    return len(found) / len(spans) + slugs + 0.5 * films


def leads_to_person(href: str | None) -> bool:
    """Return whether a folder of a link's path says that it leads to a person, and none that it leads to a film.

    >>> leads_to_person("/name/7-ana-bo"), leads_to_person("/review/call-me-by-your-name"), leads_to_person("/users/bo/film/ran")
    (True, False, False)
    >>> leads_to_person("henkilo.php?id=7"), leads_to_person("film.php?actor=7")
    (True, False)
    """
    folders = _FOLDER_END.split(path_of(href or "").partition("#")[0])[:-1]
    return any(map(PEOPLE.fullmatch, folders)) and not any(map(FILM.search, folders))


_FOLDER_END = re.compile(r"/|\.\w{2,4}\?.*")
"""What stands behind a folder, or behind the name of a program that shows one person after the other."""
