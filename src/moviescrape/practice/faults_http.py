"""Faults that are proper HTTP: refusals, walls, redirects that lead nowhere good, pages that are not what they seem."""

import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from email.utils import formatdate
from urllib.parse import parse_qsl, urlsplit

from moviescrape.practice.address import START_PATH
from moviescrape.practice.connection import Wire
from moviescrape.practice.pages import HTML, PLAIN, Pages
from moviescrape.practice.search import Listing, cut_endlessly, read_query

Strike = Callable[[Wire, Pages], Awaitable[int]]

CHALLENGE = (
    b"<!DOCTYPE html><html><head><script>window.challenge = {token: null}; run(challenge);</script></head><body></body></html>"
)
CAPTCHA = b"""<!DOCTYPE html><html lang="en"><head><title>Are you a robot?</title></head><body><h1>Are you a robot?</h1>
<form action="/verify" method="post"><div class="g-recaptcha" data-sitekey="practice"></div>
<p>Please complete the captcha to continue.</p><button>Continue</button></form></body></html>"""
LOGIN = b"""<!DOCTYPE html><html lang="en"><head><title>Sign in</title></head><body><h1>Sign in</h1>
<form action="/login" method="post"><p>You must be signed in to see this page.</p>
<label>Mail <input type="email" name="email"></label>
<label>Password <input type="password" name="password"></label><button>Sign in</button></form></body></html>"""
CONSENT = b"""<!DOCTYPE html><html lang="en"><head><title>Before you continue</title></head><body><h1>Before you continue</h1>
<form action="/consent" method="post"><p>We use cookies. You must give your consent to continue to this site.</p>
<button name="choice" value="all">Accept all cookies</button>
<button name="choice" value="none">Reject</button></form></body></html>"""
HOPS = 15


def refuse(status: int, retry_after: str | None = None) -> Strike:
    """A fault that answers with `status` and nothing else of use."""
    headers = [(b"content-type", PLAIN.encode())]
    headers += [(b"retry-after", retry_after.encode())] if retry_after else []

    async def strike(wire: Wire, _pages: Pages) -> int:
        return await wire.answer(status, headers, f"{status}\n".encode())

    return strike


async def put_off_until_date(wire: Wire, _pages: Pages) -> int:
    """429 with an HTTP date (RFC 9110 10.2.3)."""
    return await wire.answer(429, [(b"retry-after", formatdate(time.time() + 2, usegmt=True).encode())])


def redirect(target: str) -> Strike:
    """A fault that redirects to `target`."""

    async def strike(wire: Wire, _pages: Pages) -> int:
        return await _send_to(wire, target)

    return strike


async def redirect_loop(wire: Wire, _pages: Pages) -> int:
    """From hop 1 to hop 2 and back."""
    return await _send_to(wire, _hop(wire.path, 1 if _hops(wire.path) == 2 else 2))


async def redirect_many(wire: Wire, pages: Pages) -> int:
    """Fifteen hops, then the page."""
    hops = _hops(wire.path)
    if hops < HOPS:
        return await _send_to(wire, _hop(wire.path, hops + 1))
    return await _page(wire, pages.page(wire.path))


async def challenge(wire: Wire, _pages: Pages) -> int:
    """What a web application firewall puts before scripts."""
    return await wire.answer(202, [(b"content-type", HTML.encode()), (b"x-amzn-waf-action", b"challenge")], CHALLENGE)


async def captcha(wire: Wire, _pages: Pages) -> int:
    """A captcha, with the status of a page."""
    return await _page(wire, CAPTCHA)


async def login(wire: Wire, _pages: Pages) -> int:
    """A login wall, with the status of a page."""
    return await _page(wire, LOGIN)


async def consent(wire: Wire, _pages: Pages) -> int:
    """A consent wall, with the status of a page."""
    return await _page(wire, CONSENT)


async def empty(wire: Wire, _pages: Pages) -> int:
    """No body at all."""
    return await _page(wire, b"")


async def pdf(wire: Wire, _pages: Pages) -> int:
    """Something else than a page."""
    return await wire.answer(200, [(b"content-type", b"application/pdf")], b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n%%EOF\n")


async def forbid_all(wire: Wire, _pages: Pages) -> int:
    """A robots.txt that lets nobody in."""
    return await wire.answer(200, [(b"content-type", PLAIN.encode())], b"User-agent: *\nDisallow: /\n")


async def wrong_charset(wire: Wire, pages: Pages) -> int:
    """The page in UTF-8, as its own meta element says; the header says otherwise."""
    return await wire.answer(200, [(b"content-type", b"text/html; charset=windows-1251")], pages.page(wire.path))


async def new_layout(wire: Wire, pages: Pages) -> int:
    """The page after a relaunch: every class another one, no attribute and no script that a program could hold on to."""
    body = re.sub(rb"<script.*?</script>", b"", pages.page(wire.path), flags=re.DOTALL)
    body = re.sub(rb' (class|id|data-[\w-]+|itemprop|itemtype|itemscope|name)="[^"]*"', b' class="css-1x2y3z"', body)
    return await _page(
        wire, body.replace(b"table", b"div").replace(b"/title/", b"/watch/").replace(b"<h3", b"<b").replace(b"h3>", b"b>")
    )


async def no_next(wire: Wire, pages: Pages) -> int:
    """The list ends after its first page, whatever total it declares."""
    return await _listing(wire, pages, lambda listing: replace(listing, next_path=None))


async def next_loop(wire: Wire, pages: Pages) -> int:
    """The next page is the first one again."""
    return await _listing(wire, pages, lambda listing: replace(listing, next_path=START_PATH))


async def endless(wire: Wire, pages: Pages) -> int:
    """There is always a next page; the movies come round again."""
    query = read_query(wire.path)
    return await _listing(wire, pages, lambda _: cut_endlessly(pages.catalogue.found(query), wire.path, query))


async def _listing(wire: Wire, pages: Pages, change: Callable[[Listing], Listing]) -> int:
    listing = pages.catalogue.listing(wire.path)
    answer = pages.list_page(wire.path, change(listing)) if listing else pages.answer(wire.path)
    return await _page(wire, answer.body)


async def _page(wire: Wire, body: bytes) -> int:
    return await wire.answer(200, [(b"content-type", HTML.encode())], body)


async def _send_to(wire: Wire, target: str) -> int:
    return await wire.answer(302, [(b"location", target.encode())])


def _hops(path: str) -> int:
    return int(dict(parse_qsl(urlsplit(path).query)).get("hop", "0"))


def _hop(path: str, hop: int) -> str:
    bare = re.sub(r"[?&]hop=\d+", "", path)
    return f"{bare}{'&' if '?' in bare else '?'}hop={hop}"
