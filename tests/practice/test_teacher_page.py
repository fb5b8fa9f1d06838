"""The page for a teacher: what it shows, and who does not get it."""

from collections.abc import Iterator

import httpx
import pytest
from bs4 import BeautifulSoup

from moviescrape.practice import FAULTS, LAYOUTS, START_PATH, Catalogue, PracticeSite
from moviescrape.practice.teacher_page import PATH, TRUTH


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with (
        PracticeSite(Catalogue(300, 4), "next", ["503@nowhere"], for_teacher=True) as site,
        httpx.Client(base_url=site.dialled) as client,
    ):
        yield client


def _rows(html: str) -> dict[str, str]:
    """Return by the head of each row the text of its last cell."""
    rows = BeautifulSoup(html, "lxml").select("tr:has(th[scope=row])")
    return {row.select("th")[0].get_text(strip=True): row.select("td")[-1].get_text(" ", strip=True) for row in rows}


def test_it_tells_the_layouts_the_requests_and_the_faults(client: httpx.Client) -> None:
    client.get("/members/")
    rows = _rows(client.get(PATH).text)
    assert {name.removesuffix(" (in use)") for name in rows} >= {*LAYOUTS, *FAULTS}
    assert "next (in use)" in rows
    assert (rows["503"], rows["404"]) == ("on", "off")
    assert (rows["Requests"], rows["of them for pages that robots.txt forbids"]) == ("1", "1")


def test_its_own_visits_are_not_counted(client: httpx.Client) -> None:
    client.get(PATH)
    assert client.get("/_stats").json()["requests"] == 0


def test_the_truth_is_that_of_the_catalogue(client: httpx.Client) -> None:
    assert client.get(TRUTH).text == Catalogue(300, 4).truth_csv()


@pytest.mark.parametrize(("layout", "mark"), [("classic", "lister-item"), ("schema", "itemscope"), ("table", "<table")])
def test_pages_are_shown_in_other_layouts(client: httpx.Client, layout: str, mark: str) -> None:
    assert mark in client.get(f"{PATH}layouts/{layout}{START_PATH}").text


def test_every_link_of_it_leads_somewhere(client: httpx.Client) -> None:
    links = {str(link["href"]) for link in BeautifulSoup(client.get(PATH).text, "lxml").select("main a[href^='/']")}
    assert len(links) > 10
    assert {client.get(link).status_code for link in links} == {200}


def test_a_site_that_students_are_checked_on_has_no_such_page() -> None:
    with PracticeSite(Catalogue(5)) as site:
        assert {httpx.get(site.dialled + path).status_code for path in (PATH, TRUTH)} == {404}


def test_what_is_not_there_is_a_404(client: httpx.Client) -> None:
    assert {client.get(PATH + path).status_code for path in ("other", "layouts/unknown/", "layouts/next/nowhere")} == {404}


def test_a_small_site_without_rated_movies_has_the_page() -> None:
    with PracticeSite(Catalogue(0), for_teacher=True) as site:
        assert httpx.get(site.dialled + PATH).status_code == 200
