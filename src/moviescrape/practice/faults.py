"""What can go wrong on request: which faults there are, where and how often each occurs.

A fault is asked for by name, and may say how often it occurs on each page and on which pages:
`429`, `503:3` (three times), `reset:always`, `truncated@start=51` (only where the path holds that text).
Without that it occurs on every list, chart and title page, as often as FAULTS says.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from moviescrape.errors import UsageError
from moviescrape.practice import faults_connection, faults_http
from moviescrape.practice.faults_http import FaultHandler

ALWAYS = 1_000_000_000
ROBOTS = "/robots.txt"
_PAGES = re.compile(r"/(search|chart|title)/")
_SPEC = re.compile(r"(?P<name>[\w-]+)(?::(?P<times>\d+|always))?(?:@(?P<where>.+))?")


@dataclass(frozen=True, slots=True)
class Fault:
    """Occurs on each page `times` times: where its path holds `where`, or, where that is empty, if it is a page with movies."""

    name: str
    meaning: str
    handle: FaultHandler
    times: int = ALWAYS
    where: str = ""

    def concerns(self, path: str) -> bool:
        """Return True where it may occur at `path`."""
        return self.where in path if self.where else bool(_PAGES.match(path))


FAULTS: dict[str, Fault] = {
    fault.name: fault
    for fault in (
        Fault("429", "too many requests, Retry-After 1 second", faults_http.refuse(429, "1"), times=1),
        Fault("429-date", "the same, Retry-After as a date two seconds ahead", faults_http.put_off_until_date, times=1),
        Fault("429-negative", "the same, Retry-After: -5", faults_http.refuse(429, "-5"), times=1),
        Fault("429-absurd", "the same, Retry-After a thousand years", faults_http.refuse(429, "31536000000")),
        Fault("500", "an internal error", faults_http.refuse(500), times=1),
        Fault("503", "unavailable, no Retry-After", faults_http.refuse(503), times=1),
        Fault("401", "asks for a password", faults_http.refuse(401)),
        Fault("403", "forbidden", faults_http.refuse(403)),
        Fault("404", "not found", faults_http.refuse(404)),
        Fault("410", "gone", faults_http.refuse(410)),
        Fault("451", "unavailable for legal reasons", faults_http.refuse(451)),
        Fault("challenge", "202 and a body that is only a script", faults_http.challenge),
        Fault("captcha", "200 and a captcha in place of the page", faults_http.captcha),
        Fault("login", "200 and a form to log in", faults_http.login),
        Fault("consent", "200 and a wall of cookies to consent to", faults_http.consent),
        Fault("empty", "200 and no body", faults_http.empty),
        Fault("not-html", "a PDF in place of the page", faults_http.pdf),
        Fault("wrong-charset", "UTF-8 that the header declares as windows-1251", faults_http.wrong_charset),
        Fault("new-layout", "the page with other class names and no embedded data", faults_http.new_layout),
        Fault("no-next", "lists declare their total and have no next link", faults_http.no_next, where="/search/"),
        Fault("endless", "lists whose next link never ends", faults_http.endless, where="/search/"),
        Fault("next-loop", "lists whose next link leads to the first page", faults_http.next_loop, where="/search/"),
        Fault("redirect-loop", "two addresses that redirect to each other", faults_http.redirect_loop),
        Fault("redirect-many", "fifteen redirects, then the page", faults_http.redirect_many),
        Fault("redirect-private", "a redirect to http://10.0.0.1/", faults_http.redirect("http://10.0.0.1/")),
        Fault(
            "redirect-metadata",
            "a redirect to a cloud's metadata",
            faults_http.redirect("http://169.254.169.254/latest/meta-data/"),
        ),
        Fault("redirect-file", "a redirect to file:///etc/passwd", faults_http.redirect("file:///etc/passwd")),
        Fault("redirect-trap", "a redirect to where robots.txt forbids", faults_http.redirect("/members/")),
        Fault("reset", "the connection is reset before an answer", faults_connection.reset, times=1),
        Fault("truncated", "half of the declared length, then the end", faults_connection.truncate, times=1),
        Fault("hang", "the request is taken and never answered", faults_connection.hang, times=1),
        Fault("slow", "a byte now and then, for ever (slow-loris)", faults_connection.drip),
        Fault("garbage", "an answer that is not HTTP", faults_connection.garbage, times=1),
        Fault("huge-headers", "a megabyte of headers", faults_connection.huge_headers),
        Fault("huge", "a page of 256 MiB", faults_connection.huge),
        Fault("bomb-gzip", "1 MiB of gzip that unpacks to 1 GiB", faults_connection.bomb_gzip),
        Fault("bomb-deflate", "the same as deflate", faults_connection.bomb_deflate),
        Fault("robots-5xx", "robots.txt answers 500", faults_http.refuse(500), where=ROBOTS),
        Fault("robots-404", "there is no robots.txt", faults_http.refuse(404), where=ROBOTS),
        Fault("robots-forbid", "robots.txt forbids everything", faults_http.forbid_all, where=ROBOTS),
    )
}


class FaultInjector:
    """The faults asked for, and how often each has occurred on each page."""

    def __init__(self, specs: Iterable[str] = ()) -> None:
        self.plan(specs)

    def plan(self, specs: Iterable[str]) -> None:
        """Inject these faults from now on, with the counts at zero."""
        self.faults = [read_fault(spec) for spec in specs]
        self._occurred: Counter[tuple[int, str]] = Counter()

    def due(self, path: str) -> Fault | None:
        """Return the fault due on this request: the first asked for that concerns the path and has occurrences left there.

        >>> fault_injector = FaultInjector(["503"])
        >>> [bool(fault_injector.due(path)) for path in ("/chart/top/", "/chart/top/", "/")]
        [True, False, False]
        """
        for place, fault in enumerate(self.faults):
            if fault.concerns(path) and self._occurred[place, path] < fault.times:
                self._occurred[place, path] += 1
                return fault
        return None


def read_fault(spec: str) -> Fault:
    """Return the fault that `spec` asks for; raises UsageError with all names where there is none.

    >>> read_fault("503:3@start=51").times
    3
    """
    match = _SPEC.fullmatch(spec.strip())
    fault = FAULTS.get(match["name"]) if match else None
    if match is None or fault is None:
        raise UsageError(f"no fault is called {spec!r}", remedy=f"choose from {', '.join(FAULTS)}")
    times = {None: fault.times, "always": ALWAYS}.get(match["times"]) or int(match["times"])
    return replace(fault, times=times, where=match["where"] or fault.where)
