"""Is this page a refusal in place of a page: a block, a challenge, a login wall or a consent wall?

Asked twice: by `fetch`, so that a refusal is never stored as a good page, and by `parse`, since people save challenge pages
too. Standard library only, by byte search. A real movie page often loads a captcha script, offers to sign in and shows a cookie
banner, so no such word counts alone: a refusal has few links, little text and says nothing of a movie.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from html import unescape
from typing import NamedTuple
from urllib.parse import urlsplit

from moviescrape.errors.remedies import Remedy
from moviescrape.pages.block_signs import (
    BLOCK_STEMS,
    BLOCK_TITLES,
    BLOCK_WORDS,
    CHALLENGE_URL,
    CONSENT_HOST,
    CONSENT_TITLES,
    HEADERS,
    LOGIN_PATH,
    LOGIN_TITLES,
    MARKS,
    RATE_TITLES,
    RELOADS,
    SETS_COOKIE,
    SUBMITS_ITSELF,
)
from moviescrape.pages.page import Page
from moviescrape.pages.visible_text import visible_text


class RefusalKind(StrEnum):
    """What stands in place of the page."""

    BLOCKED = "blocked"
    CHALLENGE = "challenge"
    RATE_LIMITED = "rate limited"
    LOGIN = "login wall"
    CONSENT = "consent wall"
    LEGAL = "legal reasons"


class Refusal(NamedTuple):
    """`kind`, what the page is in a few words, and who or what gave it away (`Cloudflare`, `status 403`)."""

    kind: RefusalKind
    what: str
    sign: str

    @property
    def remedy(self) -> str | Remedy:
        """Say what a person can do; there is no way around a refusal in this project."""
        return REMEDIES[self.kind]


REMEDIES: dict[RefusalKind, str | Remedy] = {
    RefusalKind.BLOCKED: "the site does not want this; ask its owner, or use pages saved in a browser",
    RefusalKind.CHALLENGE: "the site wants a person; save the page in a browser and name the file instead",
    RefusalKind.RATE_LIMITED: Remedy.ASK_SLOWER,
    RefusalKind.LOGIN: "the page is for members; save it in a browser where you are signed in",
    RefusalKind.CONSENT: "the site wants its terms accepted first; save the page in a browser",
    RefusalKind.LEGAL: "the page may not be shown where you are",
}

_BY_STATUS: dict[int, Refusal] = {
    401: Refusal(RefusalKind.LOGIN, "the site wants a login (401 Unauthorized)", "status 401"),
    402: Refusal(RefusalKind.BLOCKED, "the site wants payment (402 Payment Required)", "status 402"),
    403: Refusal(RefusalKind.BLOCKED, "the site refused (403 Forbidden)", "status 403"),
    407: Refusal(RefusalKind.BLOCKED, "the proxy wants a login (407 Proxy Authentication Required)", "status 407"),
    420: Refusal(RefusalKind.RATE_LIMITED, "the site says too many requests (status 420)", "status 420"),
    429: Refusal(RefusalKind.RATE_LIMITED, "the site says too many requests (429 Too Many Requests)", "status 429"),
    430: Refusal(RefusalKind.RATE_LIMITED, "the site says too many requests (status 430)", "status 430"),
    451: Refusal(RefusalKind.LEGAL, "not available for legal reasons (451)", "status 451"),
    999: Refusal(RefusalKind.BLOCKED, "the site refused (status 999)", "status 999"),
}

_MOVIE_SIGNS = (b'"Movie"', b"video.movie", b"__NEXT_DATA__", b'"ItemList"', b"schema.org/Movie", b'"TVSeries"', b"video.tv_show")
"""The commonest first: each that is absent is looked for in the whole page."""
_MOVIE_FACTS = (
    re.compile(r"(?<!©)(?<!© )\b(?:19|20)\d\d\b(?!\s*©)"),
    re.compile(r"\b(?:[4-9]\d|[12]\d\d) ?(?:min|мин|хв|phút|dk|perc|分|분)|\b[1-4] ?h\b"),
    re.compile(
        r"\bdirect(?:or|ed by)|\bstarring\b|\bcast\b|\bregie\b|\brégie\b|réalis|\bdirecci[oó]n\b|режисс|в ролях|导演|監督|감독"
    ),
)
"""A refusal says at most one of these: a year, a running time, who made it."""
_PASSWORD = re.compile(rb"""type\s*=\s*["']?password|autocomplete\s*=\s*["']?(?:username|current-password)""", re.IGNORECASE)
_BUTTON = re.compile(rb"<(?:form|button)\b", re.IGNORECASE)
_TITLE = re.compile(rb"<title[^<>]*>(.{0,300}?)</title", re.IGNORECASE | re.DOTALL)

MAX_BYTES = 512 * 1024
"""Challenge pages measure 0 to 60 KB, consent walls up to 300 KB; a longer page is not searched."""
MAX_LINKS = 60
"""A page of movies links to each of them."""
MAX_TEXT = 3_000
"""Characters of visible text that a refusal gets by with; a consent wall may take twice as many."""
MAX_SCRIPT_BYTES, MAX_SCRIPT_TEXT = 32 * 1024, 300
"""Of a page that is nothing but a script that sends its reader on; larger ones may carry their movies as data."""
_HEAD = 8 * 1024
"""Most pages that say they are of movies say so here; looking through the whole costs more than reading some of them."""
_PART = 32 * 1024


def find_refusal(page: Page) -> Refusal | None:
    """Return what refusal `page` is, from its status, headers, address and body; None for a page that may be read.

    >>> find_refusal(Page(b"", status=202)).kind
    <RefusalKind.CHALLENGE: 'challenge'>
    >>> find_refusal(Page(b"<title>Just a moment...</title><script>window._cf_chl_opt={}</script>")).sign
    'Cloudflare'
    >>> find_refusal(Page(b"<title>Access Denied (2010)</title><h1>Access Denied</h1><p>A thriller, 96 min.</p>")) is None
    True
    """
    told = _challenge_header(page.headers) or _read_body(page)
    by_status = _BY_STATUS.get(page.status)
    if told and by_status and told.kind in (RefusalKind.CHALLENGE, RefusalKind.BLOCKED):
        return told._replace(what=f"{told.what}, status {page.status}")
    return by_status or told or _accepted_only(page) or _redirected(page)


def _challenge_header(headers: Mapping[str, str]) -> Refusal | None:
    for name, who in HEADERS.items():
        if name in headers:
            return _challenge(who)
    return None


def _challenge(who: str) -> Refusal:
    return Refusal(RefusalKind.CHALLENGE, f"a challenge in place of the page ({who})", who)


def _accepted_only(page: Page) -> Refusal | None:
    """Tell AWS WAF's challenge: 202 Accepted with nothing to read, an empty body or one that holds only scripts."""
    if page.status != 202 or len(_text(page.body[:MAX_BYTES])) >= 200:
        return None
    return Refusal(RefusalKind.CHALLENGE, "a challenge in place of the page (202 Accepted without content)", "status 202")


def _redirected(page: Page) -> Refusal | None:
    """Tell a hop to a login, consent or captcha address that was not asked for."""
    if not page.url or not page.asked_url or page.url == page.asked_url:
        return None
    url, asked = urlsplit(page.url), urlsplit(page.asked_url)
    if CHALLENGE_URL.search(page.url) and not CHALLENGE_URL.search(page.asked_url):
        return _challenge(url.hostname or "captcha")
    if CONSENT_HOST.match(url.hostname or "") and url.hostname != asked.hostname:
        return Refusal(RefusalKind.CONSENT, f"a consent wall in place of the page ({url.hostname})", "redirect")
    if LOGIN_PATH.search(url.path.lower()) and not LOGIN_PATH.search(asked.path.lower()):
        return Refusal(RefusalKind.LOGIN, f"a login in place of the page ({url.hostname}{url.path})", "redirect")
    return None


def _read_body(page: Page) -> Refusal | None:
    body = page.body
    if not body or len(body) > MAX_BYTES:
        return None
    if _speaks_of_movies(body, _HEAD) or _has_many_links(body) or _speaks_of_movies(body, len(body)):
        return None
    refusal = _judge_title(_title(body), body) or _judge_marks(body) or _judge_script(body) or _judge_text(body)
    return None if refusal and _states_movie_facts(body) else refusal


def _speaks_of_movies(body: bytes, end: int) -> bool:
    return any(body.find(sign, 0, end) >= 0 for sign in _MOVIE_SIGNS)


def _has_many_links(body: bytes) -> bool:
    """Count a part at a time: most pages have enough links in their first."""
    links = 0
    for start in range(0, len(body), _PART):
        end = start + _PART + len(b"a ")  # a tag that begins in this part may end in the next
        links += body.count(b"<a ", start, end) + body.count(b"<A ", start, end)
        if links > MAX_LINKS:
            return True
    return False


def _states_movie_facts(body: bytes) -> bool:
    text = _text(body)
    return sum(bool(fact.search(text)) for fact in _MOVIE_FACTS) > 1


def _judge_title(title: str, body: bytes) -> Refusal | None:
    """Judge by the title, and by how little there is to read beside it: a title may be a movie's name too."""
    for pattern, kind, what in _TITLES:
        if pattern.fullmatch(title) and _is_wall(kind, body):
            refusal = Refusal(kind, f"{what} in place of the page, titled «{title[:60]}»", "title")
            who = _mark_in(body) if kind is RefusalKind.CHALLENGE else None
            return _challenge(who) if who else refusal
    return None


_TITLES = (
    (RATE_TITLES, RefusalKind.RATE_LIMITED, "a rate limit"),
    (BLOCK_TITLES, RefusalKind.CHALLENGE, "a block or challenge"),
    (LOGIN_TITLES, RefusalKind.LOGIN, "a login"),
    (CONSENT_TITLES, RefusalKind.CONSENT, "a consent wall"),
)


def _is_wall(kind: RefusalKind, body: bytes) -> bool:
    """Return whether the body fits a title of this kind: a login asks for a password, a consent wall has a button."""
    if kind is RefusalKind.LOGIN and not _PASSWORD.search(body):
        return False
    if kind is RefusalKind.CONSENT:
        return bool(_BUTTON.search(body)) and len(_text(body)) < 2 * MAX_TEXT
    return len(_text(body)) < MAX_TEXT


def _judge_marks(body: bytes) -> Refusal | None:
    who = _mark_in(body)
    return _challenge(who) if who and len(_text(body)) < MAX_TEXT else None


def _mark_in(body: bytes) -> str | None:
    return next((who for mark, who in MARKS if mark in body), None)


def _judge_script(body: bytes) -> Refusal | None:
    """Judge a page that only runs a script, which sets a cookie and loads the page again, or submits a form."""
    sends_on = (SETS_COOKIE.search(body) and RELOADS.search(body)) or SUBMITS_ITSELF.search(body)
    if not sends_on or len(body) > MAX_SCRIPT_BYTES or len(_text(body)) > MAX_SCRIPT_TEXT or b"<a " in body:
        return None
    return Refusal(RefusalKind.CHALLENGE, "a script's challenge in place of the page", "script")


def _judge_text(body: bytes) -> Refusal | None:
    """Judge by words, only where there is next to nothing else to read."""
    if not any(stem in body for stem in BLOCK_STEMS):
        return None
    text = _text(body)
    words = BLOCK_WORDS.search(text) if len(text) < MAX_TEXT / 2 else None
    return words and Refusal(RefusalKind.CHALLENGE, f"a block or challenge in place of the page: «{words[0][:60]}»", "text")


def _title(body: bytes) -> str:
    """Return the first title, folded to one line and lower case.

    >>> _title(b"<TITLE>  Access\\n Denied </TITLE>")
    'access denied'
    """
    found = _TITLE.search(body[: 64 * 1024])
    return " ".join(unescape(found[1].decode("utf-8", "replace")).split()).casefold() if found else ""


def _text(body: bytes) -> str:
    """Return what a reader without scripts sees, in lower case."""
    return visible_text(body, scripts=False).casefold()
