"""One host: its pace, its retries, its figures, and whether it has been given up.

Before each request `ask` yields its client: who runs it resumes it when the host may be asked, one at a time, so one connection.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from itertools import count
from urllib.parse import urlsplit

from moviescrape.errors import (
    BadStatus,
    FetchError,
    HostGivenUp,
    HostUnreachable,
    InvalidResponse,
    NetworkError,
    NotAPage,
    NotFound,
    Refused,
    TooLarge,
    UnsafeURL,
)
from moviescrape.errors.remedies import Remedy
from moviescrape.fetch.client import HttpClient, Request, Response
from moviescrape.fetch.contact import may_ask
from moviescrape.fetch.guards import is_loopback, literal_address
from moviescrape.fetch.host_stats import HostStats
from moviescrape.fetch.pace import Pace, WaitReason
from moviescrape.fetch.retry import RETRIED_STATUSES, Attempt, next_wait, retry_after_s
from moviescrape.fetch.scheduler import Steps
from moviescrape.settings import Settings

logger = logging.getLogger(__name__)


class HostClient:
    """Asks one host, politely."""

    def __init__(
        self,
        host: str,
        settings: Settings,
        client: HttpClient,
        *,
        clock: Callable[[], float],
        now: Callable[[], datetime],
    ) -> None:
        """Take `host` with its port; `clock` is monotonic, `now` the time of day."""
        self.host = host
        self.name = urlsplit(f"//{host}").hostname or host
        self.address = literal_address(self.name)
        self.stats = HostStats(host)
        self.pace = Pace(settings, loopback=is_loopback(self.name))
        self._may_ask = may_ask(settings.contact, self.name)
        self._settings = settings
        self._client = client
        self._clock = clock
        self._now = now
        self._failed_in_a_row = 0
        self._given_up: str | None = None
        self._has_answered = False

    def check_open(self, url: str) -> None:
        """Raise HostGivenUp if this host is not asked any more in this run, UnsafeURL if we don't say who we are."""
        if not self._may_ask:
            raise UnsafeURL("off this machine, and no contact is given", where=url, remedy=Remedy.GIVE_CONTACT)
        if self._given_up:
            raise HostGivenUp(self._given_up, where=url, remedy="run again later; what is stored stays")

    def wait_s(self) -> float:
        """Return how many seconds from now this host may be asked."""
        return self.pace.wait_s(self._clock())

    def ask(self, request: Request) -> Steps[Response]:
        """Ask, again where a failure may pass. Return the last response, whatever its status; raise FetchError for none."""
        last = yield from self._try_until_done(request)
        if last.response is None:
            raise last.error or NetworkError("no answer", where=request.url)
        return last.response

    def count(self, error: FetchError | None) -> None:
        """Note how a page of this host ended; too many failures in a row give it up. A page that isn't there is no failure."""
        self.stats.refused += isinstance(error, Refused)
        self.stats.failed += error is not None
        if error is None or isinstance(error, NotFound | NotAPage):
            self._failed_in_a_row = 0
        elif isinstance(error, NetworkError | InvalidResponse | TooLarge | Refused | BadStatus):
            self._failed_in_a_row += 1
        if self._failed_in_a_row >= self._settings.max_host_failures and not self._given_up:
            self._given_up = f"{self.host} failed {self._failed_in_a_row} times in a row and is left alone"

    def _try_until_done(self, request: Request) -> Steps[Attempt]:
        spent_s = 0.0
        for tries in count(1):
            attempt = yield from self._try(request, tries)
            spent_s += 0.0 if attempt.put_off else attempt.seconds
            wait_s = next_wait(attempt, tries, spent_s, self._settings)
            if wait_s is None:
                break
            self.stats.retried += 1
            self.pace.put_off(self._clock(), wait_s, WaitReason.NEXT_TRY)
        return attempt

    def _try(self, request: Request, tries: int) -> Steps[Attempt]:
        """Wait for the host's turn and ask once. Raise HostGivenUp where it is not asked any more."""
        self.check_open(request.url)
        came = self._clock()
        self._log_wait(self.pace.wait_s(came))
        yield self
        self.check_open(request.url)  # others may have failed here meanwhile
        began = self._clock()
        waited_s = began - came
        response, error = self._get(request)
        seconds = self._clock() - began
        _log_request(request.url, tries, waited_s, seconds, response, error)
        self._has_answered |= response is not None
        trouble = isinstance(error, NetworkError) or (response is not None and response.status in RETRIED_STATUSES)
        self._note_request(began, seconds, response, error, trouble=trouble)
        nobody = isinstance(error, HostUnreachable) and not self._has_answered
        may_pass = trouble and not nobody
        return Attempt(response, error, waited_s + seconds, may_pass, may_pass and self._was_put_off(request.url, response))

    def _log_wait(self, seconds: float) -> None:
        if seconds > 0:
            reason = self.pace.wait_reason
            fields = {"host": self.host, "seconds": seconds, "reason": reason}
            logger.info("%s: waiting %.3f s (%s)", self.host, seconds, reason, extra={"wait": fields})

    def _get(self, request: Request) -> tuple[Response | None, FetchError | None]:
        try:
            return self._client.get(request), None
        except FetchError as problem:
            return None, problem

    def _note_request(
        self, began: float, seconds: float, response: Response | None, error: FetchError | None, *, trouble: bool
    ) -> None:
        if isinstance(error, UnsafeURL):  # then nothing was asked
            return
        self.stats.note_request(began)
        self.stats.seconds += seconds
        self.stats.received_bytes += response.received_bytes if response else 0
        self.pace.note_response(began + seconds, seconds, trouble=trouble)

    def _was_put_off(self, url: str, response: Response | None) -> bool:
        """Heed Retry-After (429, 503 and others). Raise HostGivenUp where it is beyond what a run waits."""
        asked_s = retry_after_s(response.headers.get("retry-after"), self._now()) if response else None
        if asked_s is None:
            return False
        if asked_s > self._settings.max_retry_after_s:
            self._given_up = (
                f"{self.host} asks to be left alone for {asked_s:,.0f} s, more than the {self._settings.max_retry_after_s:,.0f} s"
                " that a run waits"
            )
            self.check_open(url)
        self.pace.put_off(self._clock(), asked_s, WaitReason.RETRY_AFTER)
        return asked_s > 0


def _log_request(
    url: str, tries: int, waited_s: float, seconds: float, response: Response | None, error: FetchError | None
) -> None:
    outcome = {"status": response.status, "bytes": response.received_bytes} if response else {"error": str(error)}
    fields = {"url": url, "try": tries, **outcome, "waited": round(waited_s, 3), "seconds": round(seconds, 3)}
    logger.info("GET %s: %s", url, response.status if response else error, extra={"request": fields})
