"""Faults that are proper HTTP: refusals, walls, redirects that lead nowhere good, pages that are not what they seem."""

import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from email.utils import formatdate
from urllib.parse import parse_qsl, urlsplit

from moviescrape.practice.address import START_PATH
from moviescrape.practice.connection import SiteExchange
from moviescrape.practice.pages import HTML, PLAIN, Pages
from moviescrape.practice.search import Listing, cut_endlessly, read_query

FaultHandler = Callable[[SiteExchange, Pages], Awaitable[int]]
"""Answers a request wrongly; returns the status that was sent, 0 where there was none."""

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


def refuse(status: int, retry_after: str | None = None) -> FaultHandler:
    """Return a fault that answers with `status` and nothing else of use."""
    headers = [(b"content-type", PLAIN.encode())]
    headers += [(b"retry-after", retry_after.encode())] if retry_after else []

    async def handle(exchange: SiteExchange, _pages: Pages) -> int:
        return await exchange.answer(status, headers, f"{status}\n".encode())

    return handle


async def put_off_until_date(exchange: SiteExchange, _pages: Pages) -> int:
    """429 with an HTTP date (RFC 9110 10.2.3)."""
    return await exchange.answer(429, [(b"retry-after", formatdate(time.time() + 2, usegmt=True).encode())])


def redirect(target: str) -> FaultHandler:
    """Return a fault that redirects to `target`."""

    async def handle(exchange: SiteExchange, _pages: Pages) -> int:
        return await _send_to(exchange, target)

    return handle


async def redirect_loop(exchange: SiteExchange, _pages: Pages) -> int:
    """From hop 1 to hop 2 and back."""
    return await _send_to(exchange, _hop(exchange.path, 1 if _hops(exchange.path) == 2 else 2))


async def redirect_many(exchange: SiteExchange, pages: Pages) -> int:
    """Fifteen hops, then the page."""
    hops = _hops(exchange.path)
    if hops < HOPS:
        return await _send_to(exchange, _hop(exchange.path, hops + 1))
    return await _page(exchange, pages.page(exchange.path))


async def challenge(exchange: SiteExchange, _pages: Pages) -> int:
    """Send what a web application firewall sends to scripts."""
    return await exchange.answer(202, [(b"content-type", HTML.encode()), (b"x-amzn-waf-action", b"challenge")], CHALLENGE)


async def captcha(exchange: SiteExchange, _pages: Pages) -> int:
    """Send a captcha, with the status of a page."""
    return await _page(exchange, CAPTCHA)


async def login(exchange: SiteExchange, _pages: Pages) -> int:
    """Send a login wall, with the status of a page."""
    return await _page(exchange, LOGIN)


async def consent(exchange: SiteExchange, _pages: Pages) -> int:
    """Send a consent wall, with the status of a page."""
    return await _page(exchange, CONSENT)


async def empty(exchange: SiteExchange, _pages: Pages) -> int:
    """No body at all."""
    return await _page(exchange, b"")


async def pdf(exchange: SiteExchange, _pages: Pages) -> int:
    """Something else than a page."""
    return await exchange.answer(200, [(b"content-type", b"application/pdf")], b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n%%EOF\n")


async def forbid_all(exchange: SiteExchange, _pages: Pages) -> int:
    """Send a robots.txt that forbids everything."""
    return await exchange.answer(200, [(b"content-type", PLAIN.encode())], b"User-agent: *\nDisallow: /\n")


async def wrong_charset(exchange: SiteExchange, pages: Pages) -> int:
    """Send the page in UTF-8, as its own meta element says; the header says otherwise."""
    return await exchange.answer(200, [(b"content-type", b"text/html; charset=windows-1251")], pages.page(exchange.path))


async def new_layout(exchange: SiteExchange, pages: Pages) -> int:
    """Send the page after a relaunch: every class is another one, no attribute and no script that a parser could use."""
    body = re.sub(rb"<script.*?</script>", b"", pages.page(exchange.path), flags=re.DOTALL)
    body = re.sub(rb' (class|id|data-[\w-]+|itemprop|itemtype|itemscope|name)="[^"]*"', b' class="css-1x2y3z"', body)
    return await _page(
        exchange, body.replace(b"table", b"div").replace(b"/title/", b"/watch/").replace(b"<h3", b"<b").replace(b"h3>", b"b>")
    )


async def no_next(exchange: SiteExchange, pages: Pages) -> int:
    """Send a list that ends after its first page, whatever total it declares."""
    return await _listing(exchange, pages, lambda listing: replace(listing, next_path=None))


async def next_loop(exchange: SiteExchange, pages: Pages) -> int:
    """Send a list whose next page is the first one again."""
    return await _listing(exchange, pages, lambda listing: replace(listing, next_path=START_PATH))


async def endless(exchange: SiteExchange, pages: Pages) -> int:
    """There is always a next page; the movies come round again."""
    query = read_query(exchange.path)
    return await _listing(exchange, pages, lambda _: cut_endlessly(pages.catalogue.found(query), exchange.path, query))


async def _listing(exchange: SiteExchange, pages: Pages, change: Callable[[Listing], Listing]) -> int:
    listing = pages.catalogue.listing(exchange.path)
    answer = pages.list_page(exchange.path, change(listing)) if listing else pages.answer(exchange.path)
    return await _page(exchange, answer.body)


async def _page(exchange: SiteExchange, body: bytes) -> int:
    return await exchange.answer(200, [(b"content-type", HTML.encode())], body)


async def _send_to(exchange: SiteExchange, target: str) -> int:
    return await exchange.answer(302, [(b"location", target.encode())])


def _hops(path: str) -> int:
    return int(dict(parse_qsl(urlsplit(path).query)).get("hop", "0"))


def _hop(path: str, hop: int) -> str:
    bare = re.sub(r"[?&]hop=\d+", "", path)
    return f"{bare}{'&' if '?' in bare else '?'}hop={hop}"
