"""The account of a run that programs read."""

import json
from datetime import UTC, datetime
from pathlib import Path

from moviescrape.errors import NotFound, SourceError
from moviescrape.fetch.host_stats import HostStats
from moviescrape.pipeline.report import Report, Shortfall
from moviescrape.pipeline.run_account import write_account

WHERE = "https://movies.example/top"


def test_an_account_says_all_that_the_report_does(tmp_path: Path) -> None:
    stats = HostStats("movies.example", requests=3)
    stats.count_stored(datetime(2026, 11, 20, 12, tzinfo=UTC))
    stats.count_stored(datetime(2026, 11, 19, 12, tzinfo=UTC))
    report = Report(
        pages=2,
        movies=50,
        filled={"title": 50, "year": 48},
        problems=[NotFound("no such page", where=WHERE, remedy="check the address")],
        shortfalls=[Shortfall(WHERE, 250, 50)],
        endless_lists=[SourceError("shows that it goes on", where=WHERE)],
        hosts={"movies.example": stats},
    )
    write_account(tmp_path / "run.json", report, 3, Path("Ärger.csv"))
    said = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert (said["version"], said["exit"], said["out"], said["written"], said["complete"]) == (1, 3, "Ärger.csv", True, False)
    assert (said["pages"], said["movies"], said["filled"]) == (2, 50, {"title": 50, "year": 48})
    assert said["problems"] == [{"kind": "NotFound", "where": WHERE, "what": "no such page", "remedy": "check the address"}]
    assert said["shortfalls"] == [{"where": WHERE, "declared": 250, "read": 50}]
    assert said["cut_lists"][0]["what"] == "shows that it goes on"
    (host,) = said["hosts"]
    assert (host["host"], host["requests"], host["from_store"]) == ("movies.example", 3, 2)
    assert host["oldest_stored_at"] == "2026-11-19T12:00:00+00:00"


def test_the_account_of_a_run_that_wrote_nothing(tmp_path: Path) -> None:
    write_account(tmp_path / "run.json", Report(), 4, Path("movies.csv"))
    said = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert (said["exit"], said["written"], said["complete"], said["hosts"]) == (4, False, False, [])
