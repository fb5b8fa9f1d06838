"""Each host is asked one request at a time and not before it is due; hosts go side by side; nothing is left behind at the end."""

import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from dataclasses import dataclass
from threading import Barrier, Event

import pytest

from moviescrape.fetch.scheduler import Scheduler, Steps, Turn

LONG_S = 30.0
"""Never waited for where all goes well."""


@dataclass
class Host:
    """May be asked from `due_at` on."""

    host: str = "a.example"
    due_at: float = 0.0

    def wait_s(self) -> float:
        return max(0.0, self.due_at - time.monotonic())


A = Host()


def asking(*turns: Turn, then: Callable[[], int] = lambda: 0) -> Steps[int]:
    """A job that waits for these turns, one after the other."""
    yield from turns
    return then()


def test_jobs_of_one_host_keep_their_order_and_never_meet() -> None:
    scheduler: Scheduler[int] = Scheduler()
    running: list[int] = []

    def job(number: int) -> Steps[int]:
        for _ in range(3):
            yield A
            running.append(number)
            assert len(running) == 1
            running.remove(number)
        return number

    futures = [scheduler.submit(A.host, job(number)) for number in range(50)]
    assert [future.result(LONG_S) for future in futures] == list(range(50))
    scheduler.close(LONG_S)


def test_jobs_of_different_hosts_run_side_by_side() -> None:
    scheduler: Scheduler[int] = Scheduler()
    together = Barrier(3, timeout=LONG_S)
    futures = [scheduler.submit(name, asking(Host(name), then=together.wait)) for name in "abc"]
    assert sorted(future.result(LONG_S) for future in futures) == [0, 1, 2]
    scheduler.close(LONG_S)


def test_hosts_that_pause_hold_no_thread() -> None:
    scheduler: Scheduler[int] = Scheduler(max_threads=1)
    never = time.monotonic() + 1e6
    waiting = [scheduler.submit(name, asking(Host(name, never))) for name in "bcd"]
    assert scheduler.submit("a", asking(Host("a"), then=lambda: 7)).result(LONG_S) == 7
    scheduler.close(0.0)
    assert all(isinstance(future.exception(), CancelledError) for future in waiting)


def test_the_host_that_is_due_first_goes_first() -> None:
    scheduler: Scheduler[int] = Scheduler(max_threads=1)
    done: list[str] = []
    now = time.monotonic()
    delays = {"late": 0.03, "soon": 0.01, "later": 0.05}

    def job(name: str, delay_s: float) -> Steps[int]:
        yield Host(name, now + delay_s)
        done.append(name)
        return 0

    futures = [scheduler.submit(name, job(name, delay_s)) for name, delay_s in delays.items()]
    assert [future.result(LONG_S) for future in futures] == [0, 0, 0]
    assert done == ["soon", "late", "later"]
    assert time.monotonic() >= now + 0.05
    scheduler.close(LONG_S)


def test_more_hosts_than_threads_take_turns() -> None:
    scheduler: Scheduler[int] = Scheduler(max_threads=2)
    hosts = [Host(str(number)) for number in range(200)]
    futures = [scheduler.submit(host.host, asking(host, host)) for host in hosts for _ in range(3)]
    assert [future.result(LONG_S) for future in futures] == [0] * 600
    scheduler.close(LONG_S)


def test_a_job_visits_another_host_one_request_at_a_time() -> None:
    """A redirect: the visitor and the host's own jobs never meet there, and its home begins nothing until it is back."""
    scheduler: Scheduler[int] = Scheduler()
    there: list[str] = []
    begun: list[str] = []
    other = Host("b.example")

    def job(name: str, *turns: Turn) -> Steps[int]:
        begun.append(name)
        for turn in turns:
            yield turn
            if turn is other:
                there.append(name)
                assert len(there) == 1
                there.remove(name)
        begun.append(f"{name} ended")
        return 0

    futures = [scheduler.submit(A.host, job("visitor", A, other, other)), scheduler.submit(A.host, job("next", A))]
    futures += [scheduler.submit(other.host, job(f"own {number}", other)) for number in range(20)]
    assert [future.result(LONG_S) for future in futures] == [0] * 22
    assert begun.index("visitor ended") < begun.index("next")
    scheduler.close(LONG_S)


def test_a_job_that_fails_fails_alone() -> None:
    scheduler: Scheduler[int] = Scheduler()
    failed = scheduler.submit("a", asking(Host("a"), then=lambda: 1 // 0))
    following = scheduler.submit("a", asking(Host("a"), then=lambda: 2))
    assert isinstance(failed.exception(LONG_S), ZeroDivisionError)
    assert following.result(LONG_S) == 2
    scheduler.close(LONG_S)


def test_closing_cancels_what_has_not_begun_and_waits_for_the_rest() -> None:
    scheduler: Scheduler[int] = Scheduler()
    begun, go_on = Event(), Event()

    def ask() -> int:
        begun.set()
        return int(go_on.wait(LONG_S))

    first, second = (scheduler.submit("a", asking(Host("a"), then=ask)) for _ in range(2))
    assert begun.wait(LONG_S)
    scheduler.close(0.0)
    assert second.cancelled()
    go_on.set()
    assert first.result(LONG_S)
    scheduler.close(LONG_S)
    with pytest.raises(RuntimeError, match="closed"):
        scheduler.submit("a", asking(A))
