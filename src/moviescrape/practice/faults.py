"""What can go wrong on request: which faults there are, where and how often each strikes.

A fault is asked for by name, and may say how often it strikes each page and on which pages:
`429`, `503:3` (three times), `reset:always`, `truncated@start=51` (only where the path holds that text).
Without that it strikes every list, chart and title page, as often as FAULTS says.
"""

import re
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace

from moviescrape.errors import UsageError
from moviescrape.practice import broken_wire, wrong_answers
from moviescrape.practice.pages import Pages
from moviescrape.practice.wire import Wire

Strike = Callable[[Wire, Pages], Awaitable[int]]
"""Answers a request wrongly; returns the status that was sent, 0 where there was none."""

ALWAYS = 1_000_000_000
ROBOTS = "/robots.txt"
_PAGES = re.compile(r"/(search|chart|title)/")
_SPEC = re.compile(r"(?P<name>[\w-]+)(?::(?P<times>\d+|always))?(?:@(?P<where>.+))?")


@dataclass(frozen=True, slots=True)
class Fault:
    """Strikes each page `times` times: where its path holds `where`, or, where that is empty, if it is a page with movies."""

    name: str
    meaning: str
    strike: Strike
    times: int = ALWAYS
    where: str = ""

    def concerns(self, path: str) -> bool:
        """Whether it strikes at `path` at all."""
        return self.where in path if self.where else bool(_PAGES.match(path))


FAULTS: dict[str, Fault] = {
    fault.name: fault
    for fault in (
        Fault("429", "too many requests, Retry-After 1 second", wrong_answers.refuse(429, "1"), times=1),
        Fault("429-date", "the same, Retry-After as a date two seconds ahead", wrong_answers.put_off_until_date, times=1),
        Fault("429-negative", "the same, Retry-After: -5", wrong_answers.refuse(429, "-5"), times=1),
        Fault("429-absurd", "the same, Retry-After a thousand years", wrong_answers.refuse(429, "31536000000")),
        Fault("500", "an internal error", wrong_answers.refuse(500), times=1),
        Fault("503", "unavailable, no Retry-After", wrong_answers.refuse(503), times=1),
        Fault("401", "asks for a password", wrong_answers.refuse(401)),
        Fault("403", "forbidden", wrong_answers.refuse(403)),
        Fault("404", "not found", wrong_answers.refuse(404)),
        Fault("410", "gone", wrong_answers.refuse(410)),
        Fault("451", "unavailable for legal reasons", wrong_answers.refuse(451)),
        Fault("challenge", "202 and a body that is only a script", wrong_answers.challenge),
        Fault("captcha", "200 and a captcha in place of the page", wrong_answers.captcha),
        Fault("login", "200 and a form to log in", wrong_answers.login),
        Fault("consent", "200 and a wall of cookies to consent to", wrong_answers.consent),
        Fault("empty", "200 and no body", wrong_answers.empty),
        Fault("not-html", "a PDF in place of the page", wrong_answers.pdf),
        Fault("wrong-charset", "UTF-8 that the header declares as windows-1251", wrong_answers.wrong_charset),
        Fault("new-layout", "the page with other class names and no embedded data", wrong_answers.new_layout),
        Fault("no-next", "lists declare their total and have no next link", wrong_answers.no_next, where="/search/"),
        Fault("endless", "lists whose next link never ends", wrong_answers.endless, where="/search/"),
        Fault("next-loop", "lists whose next link leads to the first page", wrong_answers.next_loop, where="/search/"),
        Fault("redirect-loop", "two addresses that redirect to each other", wrong_answers.redirect_loop),
        Fault("redirect-many", "fifteen redirects, then the page", wrong_answers.redirect_many),
        Fault("redirect-private", "a redirect to http://10.0.0.1/", wrong_answers.redirect("http://10.0.0.1/")),
        Fault(
            "redirect-metadata",
            "a redirect to a cloud's metadata",
            wrong_answers.redirect("http://169.254.169.254/latest/meta-data/"),
        ),
        Fault("redirect-file", "a redirect to file:///etc/passwd", wrong_answers.redirect("file:///etc/passwd")),
        Fault("redirect-trap", "a redirect to where robots.txt forbids", wrong_answers.redirect("/members/")),
        Fault("reset", "the connection is reset before an answer", broken_wire.reset, times=1),
        Fault("truncated", "half of the declared length, then the end", broken_wire.truncate, times=1),
        Fault("hang", "the request is taken and never answered", broken_wire.hang, times=1),
        Fault("slow", "a byte now and then, for ever (slow-loris)", broken_wire.drip),
        Fault("garbage", "an answer that is not HTTP", broken_wire.garbage, times=1),
        Fault("huge-headers", "a megabyte of headers", broken_wire.huge_headers),
        Fault("huge", "a page of 256 MiB", broken_wire.huge),
        Fault("bomb-gzip", "1 MiB of gzip that unpacks to 1 GiB", broken_wire.bomb_gzip),
        Fault("bomb-deflate", "the same as deflate", broken_wire.bomb_deflate),
        Fault("robots-5xx", "robots.txt answers 500", wrong_answers.refuse(500), where=ROBOTS),
        Fault("robots-404", "there is no robots.txt", wrong_answers.refuse(404), where=ROBOTS),
        Fault("robots-forbid", "robots.txt forbids everything", wrong_answers.forbid_all, where=ROBOTS),
    )
}


class Mischief:
    """The faults asked for, and how often each has struck each page."""

    def __init__(self, specs: Iterable[str] = ()) -> None:
        self.plan(specs)

    def plan(self, specs: Iterable[str]) -> None:
        """From now on these faults, and none of them has struck yet."""
        self.faults = [read_fault(spec) for spec in specs]
        self._struck: Counter[tuple[int, str]] = Counter()

    def due(self, path: str) -> Fault | None:
        """The fault that strikes this request: the first asked for that concerns the path and has strikes left there.

        >>> mischief = Mischief(["503"])
        >>> [bool(mischief.due(path)) for path in ("/chart/top/", "/chart/top/", "/")]
        [True, False, False]
        """
        for place, fault in enumerate(self.faults):
            if fault.concerns(path) and self._struck[place, path] < fault.times:
                self._struck[place, path] += 1
                return fault
        return None


def read_fault(spec: str) -> Fault:
    """The fault that `spec` asks for; raises UsageError with all names where there is none.

    >>> read_fault("503:3@start=51").times
    3
    """
    match = _SPEC.fullmatch(spec.strip())
    fault = FAULTS.get(match["name"]) if match else None
    if match is None or fault is None:
        raise UsageError(f"no fault is called {spec!r}", where="--faults", remedy=f"choose from {', '.join(FAULTS)}")
    times = {None: fault.times, "always": ALWAYS}.get(match["times"]) or int(match["times"])
    return replace(fault, times=times, where=match["where"] or fault.where)
