"""One host: its pace, its retries, its account, and whether it has been given up. One request at a time, so one connection."""

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import count
from threading import Lock
from urllib.parse import urlsplit

from moviescrape.errors import (
    BadStatus,
    FetchError,
    HostGivenUp,
    HostUnreachable,
    NetworkError,
    NotAPage,
    NotFound,
    Refused,
    TooLarge,
    UnsafeURL,
)
from moviescrape.fetch.attempt import RETRIED_STATUSES, Attempt, retry_after_s
from moviescrape.fetch.client import HttpClient, HttpResponse
from moviescrape.fetch.contact import may_ask
from moviescrape.fetch.guards import is_loopback, literal_address
from moviescrape.fetch.host_stats import HostStats
from moviescrape.fetch.pace import Pace
from moviescrape.fetch.request_log import Log
from moviescrape.settings import Settings


class HostClient:
    """Asks one host, politely. A lane waits for nothing but its host: while its lock is held no other lane's is taken."""

    def __init__(
        self,
        host: str,
        settings: Settings,
        client: HttpClient,
        *,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        now: Callable[[], datetime],
        log: Log | None,
    ) -> None:
        """`host` with its port; `clock` is monotonic, `now` the time of day, `sleep` may raise to end a run."""
        self.host = host
        self.name = urlsplit(f"//{host}").hostname or host
        self.address = literal_address(self.name)
        self.stats = HostStats(host)
        self.pace = Pace(settings, loopback=is_loopback(self.name))
        self._may_ask = may_ask(settings.contact, self.name)
        self._settings = settings
        self._client = client
        self._clock = clock
        self._sleep = sleep
        self._now = now
        self._log = log
        self._lock = Lock()
        self._failed_in_a_row = 0
        self._given_up: str | None = None
        self._has_answered = False

    def check_open(self, url: str) -> None:
        """HostGivenUp if this host is not asked any more in this run; UnsafeURL if we don't say who we are."""
        if not self._may_ask:
            raise UnsafeURL(
                "off this machine, and no contact is given", where=url, remedy="give --contact with a mail address or URL"
            )
        if self._given_up:
            raise HostGivenUp(self._given_up, where=url, remedy="run again later; what is stored stays")

    def ask(self, url: str, *, allow_private: bool, max_bytes: int, validators: Mapping[str, str] | None = None) -> HttpResponse:
        """Ask for `url`, again where a failure may pass. The last answer, whatever its status, or a FetchError."""
        with self._lock:
            tries = count(1)
            last = self._try(url, allow_private, max_bytes, validators, next(tries))
            if last.may_pass:
                from moviescrape.fetch.retry import retrying  # loads tenacity, and with it asyncio

                done = iter([last])  # tenacity begins with the try that was made without it: most pages need no other
                retry = retrying(self._settings, self._wait_to_retry)
                last = retry(lambda: next(done, None) or self._try(url, allow_private, max_bytes, validators, next(tries)))
        if last.answer is None:
            raise last.error or NetworkError("no answer", where=url)
        return last.answer

    def count(self, error: FetchError | None) -> None:
        """Note how a page of this host ended; too many failures in a row give it up. A page that isn't there is no failure."""
        self.stats.refused += isinstance(error, Refused)
        self.stats.failed += error is not None
        if error is None or isinstance(error, NotFound | NotAPage):
            self._failed_in_a_row = 0
        elif isinstance(error, NetworkError | TooLarge | Refused | BadStatus):
            self._failed_in_a_row += 1
        if self._failed_in_a_row >= self._settings.max_host_failures and not self._given_up:
            self._given_up = f"{self.host} failed {self._failed_in_a_row} times in a row and is left alone"

    def _try(self, url: str, allow_private: bool, max_bytes: int, validators: Mapping[str, str] | None, number: int) -> Attempt:
        """Wait for the host's turn and ask once; HostGivenUp where it is not asked any more."""
        self.check_open(url)
        waited_s = self.pace.wait_s(self._clock())
        self._wait(waited_s)
        began = self._clock()
        self.stats.began(began)
        answer: HttpResponse | None = None
        error: FetchError | None = None
        try:
            answer = self._client.get(url, allow_private=allow_private, max_bytes=max_bytes, validators=validators)
        except FetchError as problem:
            error = problem
        ended = self._clock()
        self._has_answered |= answer is not None
        trouble = isinstance(error, NetworkError) or (answer is not None and answer.status in RETRIED_STATUSES)
        self.pace.answered(ended, ended - began, trouble=trouble)
        self.stats.seconds += ended - began
        self.stats.received_bytes += answer.received_bytes if answer else 0
        if self._log:
            self._log.write(self._entry(url, number, waited_s, ended - began, answer, error))
        nobody = isinstance(error, HostUnreachable) and not self._has_answered
        may_pass = trouble and not nobody
        return Attempt(answer, error, waited_s + ended - began, may_pass, may_pass and self._was_put_off(url, answer))

    def _entry(
        self, url: str, tries: int, waited_s: float, seconds: float, answer: HttpResponse | None, error: FetchError | None
    ) -> dict[str, object]:
        outcome: dict[str, object] = {"error": str(error)}
        if answer:
            outcome = {"status": answer.status, "bytes": answer.received_bytes}
        return {
            "at": self._now().isoformat(timespec="milliseconds"),
            "url": url,
            "try": tries,
            **outcome,
            "waited": round(waited_s, 3),
            "seconds": round(seconds, 3),
        }

    def _was_put_off(self, url: str, answer: HttpResponse | None) -> bool:
        """Heed Retry-After (429, 503 and others); HostGivenUp where it is beyond what a run waits."""
        asked_s = retry_after_s(answer.headers.get("retry-after"), self._now()) if answer else None
        if asked_s is None:
            return False
        if asked_s > self._settings.max_retry_after_s:
            self._given_up = (
                f"{self.host} asks to be left alone for {asked_s:,.0f} s, more than the {self._settings.max_retry_after_s:,.0f} s"
                " that a run waits"
            )
            self.check_open(url)
        self.pace.put_off(self._clock(), asked_s)
        return asked_s > 0

    def _wait_to_retry(self, seconds: float) -> None:
        self.stats.retried += 1
        self._wait(seconds)

    def _wait(self, seconds: float) -> None:
        if seconds > 0:
            self._sleep(seconds)
