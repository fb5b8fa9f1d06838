"""When a command brings the practice site along."""

import pytest

from moviescrape.cli import practice_site
from moviescrape.cli.practice_site import practice_site_for
from moviescrape.practice import PUBLIC_ORIGIN, PracticeSite
from support.network import free_port
from support.raw_server import raw_server

URL = f"{PUBLIC_ORIGIN}/chart/top/"


@pytest.mark.parametrize(
    ("url", "served", "always", "brought"),
    [
        (URL, False, False, True),
        (URL, True, False, False),  # `moviescrape serve` serves it
        (URL, True, True, True),
        ("https://movies.example/chart/top/", False, False, False),
    ],
)
def test_it_comes_where_it_is_named_and_nobody_serves_it(
    monkeypatch: pytest.MonkeyPatch, url: str, served: bool, always: bool, brought: bool
) -> None:
    monkeypatch.setattr("moviescrape.cli.practice_site._is_served", lambda: served)
    with practice_site_for([url], always=always, quiet=True) as aliases:
        assert (aliases.get(PUBLIC_ORIGIN, PUBLIC_ORIGIN) != PUBLIC_ORIGIN) is brought


def test_only_the_practice_site_is_taken_for_it(monkeypatch: pytest.MonkeyPatch, site: PracticeSite) -> None:
    nobody = f"http://movies.localhost:{free_port()}"
    with raw_server() as other:
        for origin, served in ((site.origin, True), (other.origin, False), (nobody, False)):
            monkeypatch.setattr("moviescrape.cli.practice_site.PUBLIC_ORIGIN", origin)
            assert practice_site._is_served() is served, origin
