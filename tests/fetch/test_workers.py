"""Jobs of one host run one after the other, those of different hosts side by side, and nothing is left behind at the end."""

from threading import Barrier, Event

import pytest

from moviescrape.fetch.workers import Workers

LONG_S = 30.0
"""Never waited for where all goes well."""


def test_jobs_of_one_host_keep_their_order_and_never_meet() -> None:
    workers: Workers[int] = Workers()
    running: list[int] = []

    def job(number: int) -> int:
        running.append(number)
        assert len(running) == 1
        running.remove(number)
        return number

    futures = [workers.submit("a.example", lambda number=number: job(number)) for number in range(50)]  # type: ignore[misc]
    assert [future.result(LONG_S) for future in futures] == list(range(50))
    workers.close(LONG_S)


def test_jobs_of_different_hosts_run_side_by_side() -> None:
    workers: Workers[int] = Workers()
    together = Barrier(3, timeout=LONG_S)
    futures = [workers.submit(f"{name}.example", together.wait) for name in "abc"]
    assert sorted(future.result(LONG_S) for future in futures) == [0, 1, 2]
    workers.close(LONG_S)


def test_more_hosts_than_threads_wait_for_one_to_be_done() -> None:
    workers: Workers[str] = Workers(max_threads=1)
    futures = [workers.submit(name, lambda name=name: name) for name in ("a", "b", "c")]  # type: ignore[misc]
    assert [future.result(LONG_S) for future in futures] == ["a", "b", "c"]
    workers.close(LONG_S)


def test_a_job_that_fails_fails_alone() -> None:
    workers: Workers[float] = Workers()
    failed, following = workers.submit("a", lambda: 1 / 0), workers.submit("a", lambda: 2.0)
    assert isinstance(failed.exception(LONG_S), ZeroDivisionError)
    assert following.result(LONG_S) == 2.0
    workers.close(LONG_S)


def test_closing_cancels_what_has_not_begun_and_waits_for_the_rest() -> None:
    workers: Workers[bool] = Workers()
    begun, go_on = Event(), Event()

    def job() -> bool:
        begun.set()
        return go_on.wait(LONG_S)

    first, second = workers.submit("a", job), workers.submit("a", job)
    assert begun.wait(LONG_S)
    workers.close(0.0)
    assert second.cancelled()
    go_on.set()
    assert first.result(LONG_S)
    workers.close(LONG_S)
    with pytest.raises(RuntimeError, match="closed"):
        workers.submit("a", job)
