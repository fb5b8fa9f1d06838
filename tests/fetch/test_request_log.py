"""The requests as lines of JSON, and as records for whoever listens to the library's logger."""

import json
import logging
from pathlib import Path

import pytest

from moviescrape.errors import ExportError
from moviescrape.fetch.request_log import JsonFormatter, write_request_log

LOGGER = logging.getLogger("moviescrape.fetch.host")


def log(url: str) -> None:
    LOGGER.info("GET %s: 200", url, extra={"request": {"url": url, "status": 200}})


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_requests_are_appended_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    log("https://movies.example/before")
    for name in ("a", "b\nc"):
        with write_request_log(path):
            LOGGER.info("a message without a request")
            log(f"https://movies.example/{name}")
    log("https://movies.example/after")
    assert [line["url"] for line in lines(path)] == ["https://movies.example/a", "https://movies.example/b\nc"]


def test_half_letters_stop_nothing(tmp_path: Path) -> None:
    with write_request_log(tmp_path / "log.jsonl"):
        log("https://movies.example/\udce9")
    assert len(lines(tmp_path / "log.jsonl")) == 1


def test_time_in_utc() -> None:
    record = logging.LogRecord("x", logging.INFO, "x", 1, "x", None, None)
    record.created = 0.25
    assert json.loads(JsonFormatter().format(record)) == {"at": "1970-01-01T00:00:00.250+00:00"}


def test_logger_is_left_as_it_was(tmp_path: Path) -> None:
    library = logging.getLogger("moviescrape.fetch")
    before = (library.level, list(library.handlers))
    with pytest.raises(ZeroDivisionError), write_request_log(tmp_path / "log.jsonl"):
        raise ZeroDivisionError
    assert (library.level, list(library.handlers)) == before


def test_file_that_can_not_be_opened(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="can't write the log"), write_request_log(tmp_path / "none" / "log.jsonl"):
        pass


def test_users_hear_of_requests(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="moviescrape"):
        log("https://movies.example/a")
    assert caplog.messages == ["GET https://movies.example/a: 200"]
