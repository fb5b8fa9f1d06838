"""The fetcher's decisions, over a site in a function: no network, no waiting."""

import gzip
import logging
from collections.abc import Callable
from concurrent.futures import CancelledError

import httpx
import pytest

from moviescrape.errors import (
    BadRedirect,
    BadStatus,
    FetchError,
    HostGivenUp,
    HostUnreachable,
    MissingContact,
    NetworkError,
    NotAPage,
    NotFound,
    NotStored,
    Refused,
    RobotsForbidden,
    TooLarge,
    UnsafeURL,
    UsageError,
)
from moviescrape.fetch.fetcher import Fetcher
from moviescrape.pages.page import PageRequest
from support.clock import FakeClock
from support.fake_site import HTML, FakeSite

Make = Callable[..., Fetcher]
URL = "https://movies.example/list"


def fetch(fetcher: Fetcher, url: str = URL, referer: str | None = None) -> bytes:
    return fetcher.fetch(PageRequest(url, referer, typed=referer is None)).body


def redirect(location: str, status: int = 302) -> httpx.Response:
    return httpx.Response(status, headers={"location": location})


def test_page_and_who_we_are(site: FakeSite, make_fetcher: Make) -> None:
    assert fetch(make_fetcher()) == b"<title>/list</title>"
    assert site.asked == ["https://movies.example/robots.txt", URL]
    agent = site.requests[-1].headers["user-agent"]
    assert agent.startswith("moviescrape/")
    assert "me@library.example" in agent
    assert site.requests[-1].headers["accept-encoding"] == "gzip, deflate"


def test_without_a_contact_nothing_is_asked(site: FakeSite, make_fetcher: Make) -> None:
    with pytest.raises(MissingContact, match="contact="):
        fetch(make_fetcher(contact=None))
    assert site.asked == []
    assert fetch(make_fetcher(contact=None), "http://movies.localhost:8000/")


@pytest.mark.parametrize("contact", ["me", "a b@c.example", "x@y.example\r\nCookie: a", ""])
def test_a_contact_must_be_one(make_fetcher: Make, contact: str) -> None:
    with pytest.raises(UsageError):
        make_fetcher(contact=contact)


def test_link_off_this_machine_without_contact_is_a_page_that_failed(site: FakeSite, make_fetcher: Make) -> None:
    with pytest.raises(UnsafeURL, match="no contact"):
        fetch(make_fetcher(contact=None), URL, referer="http://movies.localhost:8000/")
    assert site.asked == []


def test_stored_page_is_not_asked_for_again(site: FakeSite, make_fetcher: Make) -> None:
    fetcher = make_fetcher()
    assert fetch(fetcher) == fetch(fetcher, f"{URL}#part")
    assert site.pages_asked == [URL]
    assert fetcher.host_stats["movies.example"].from_store == 1


def test_robots_forbids(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/robots.txt", b"User-agent: *\nDisallow: /list")
    with pytest.raises(RobotsForbidden, match="forbids this page"):
        fetch(make_fetcher())
    assert site.pages_asked == []


@pytest.mark.parametrize("answer", [httpx.Response(503), httpx.ReadTimeout("x"), httpx.ReadError("x"), httpx.Response(202)])
def test_robots_that_cannot_be_read_forbids(site: FakeSite, make_fetcher: Make, answer: httpx.Response | Exception) -> None:
    site.serve("/robots.txt", answer)
    with pytest.raises(RobotsForbidden, match="can't be read"):
        fetch(make_fetcher())
    assert site.pages_asked == []


def test_robots_behind_redirects_to_another_host(site: FakeSite, make_fetcher: Make) -> None:
    """RFC 9309 2.3.1.2: at least five, whatever the authority."""
    for hop in range(4):
        site.serve(f"/r{hop}", redirect(f"/r{hop + 1}"))
    site.serve("/robots.txt", redirect("https://other.example/r0"))
    site.serve("/r4", b"User-agent: *\nDisallow: /")
    with pytest.raises(RobotsForbidden):
        fetch(make_fetcher())


def test_robots_behind_too_many_redirects_is_none(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/robots.txt", redirect("/robots.txt?again"))
    assert fetch(make_fetcher())
    assert site.asked.count("https://movies.example/robots.txt?again") == 5


def test_robots_is_kept_for_a_day_at_most(site: FakeSite, time: FakeClock, make_fetcher: Make) -> None:
    fetcher = make_fetcher()
    for _ in range(3):
        fetch(fetcher, f"{URL}?{time.clock()}")
        time.sleep(80_000)
    assert site.asked.count("https://movies.example/robots.txt") == 2


def test_robots_of_each_hop(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("https://movies.example/list", redirect("https://other.example/members"))
    site.serve("https://other.example/robots.txt", b"User-agent: *\nDisallow: /members")
    with pytest.raises(RobotsForbidden, match=r"redirects to https://other.example/members") as caught:
        fetch(make_fetcher())
    assert caught.value.where == URL
    assert "https://other.example/members" not in site.asked


def test_crawl_delay_is_kept(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/robots.txt", b"User-agent: *\nCrawl-delay: 7")
    fetcher = make_fetcher()
    fetch(fetcher)
    fetch(fetcher, f"{URL}2")
    assert site.at_s == [0.0, 7.0, 14.0]


def test_crawl_delay_beyond_the_maximum_refuses_unless_taken_on(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/robots.txt", b"User-agent: *\nCrawl-delay: 120")
    with pytest.raises(RobotsForbidden, match=r"120 s between requests.*delay_s"):
        fetch(make_fetcher())
    assert fetch(make_fetcher(delay_s=120))
    assert site.pages_asked == [URL]


@pytest.mark.parametrize("asked", ["inf", "infinity", "1e400", "9e99"])
def test_absurd_crawl_delay_puts_the_host_out_of_reach(site: FakeSite, make_fetcher: Make, asked: str) -> None:
    site.serve("/robots.txt", f"User-agent: *\nCrawl-delay: {asked}".encode())
    with pytest.raises(RobotsForbidden, match="more than the 30 s of a run"):
        fetch(make_fetcher(delay_s=60))
    assert site.pages_asked == []


def test_crawl_delay_of_other_agents_is_not_ours(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/robots.txt", b"User-agent: other\nCrawl-delay: 2000\n\nUser-agent: *\nCrawl-delay: 3\nDisallow: /b")
    fetch(make_fetcher())
    assert site.at_s == [0.0, 3.0]


def test_refusal_names_the_line_that_forbids(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/robots.txt", b"# our rules\nUser-agent: *\nDisallow: /b\nDisallow: /li" + b"*" * 200 + b"st # no lists\n")
    with pytest.raises(RobotsForbidden, match=r"forbids this page \(line 4: Disallow: /li\*{60,70}\.\.\.\)"):
        fetch(make_fetcher())


def test_what_was_not_sent_is_no_request(site: FakeSite, make_fetcher: Make) -> None:
    fetcher = make_fetcher()
    with pytest.raises(UnsafeURL):
        fetch(fetcher, "http://10.0.0.1/", referer=URL)
    assert [stats.requests for stats in fetcher.host_stats.values()] == [0]


def test_requests_to_one_host_keep_the_floor(site: FakeSite, make_fetcher: Make) -> None:
    fetcher = make_fetcher()
    for number in range(4):
        fetch(fetcher, f"{URL}{number}")
    assert site.at_s == [0.0, 1.0, 2.0, 3.0, 4.0]
    stats = fetcher.host_stats["movies.example"]
    assert (stats.requests, stats.smallest_gap_s, stats.median_gap_s) == (5, 1.0, 1.0)


def test_hosts_do_not_wait_for_each_other(site: FakeSite, make_fetcher: Make) -> None:
    fetcher = make_fetcher(delay_s=20)
    fetch(fetcher, "https://a.example/")
    fetch(fetcher, "https://b.example/")
    assert site.at_s == [0.0, 20.0, 20.0, 40.0]


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_passing_failures_are_tried_again(site: FakeSite, make_fetcher: Make, status: int) -> None:
    site.serve("/list", httpx.Response(status), b"<title>there</title>")
    fetcher = make_fetcher()
    assert fetch(fetcher) == b"<title>there</title>"
    assert fetcher.host_stats["movies.example"].retried == 1


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (httpx.Response(401), Refused),
        (httpx.Response(403), Refused),
        (httpx.Response(404), NotFound),
        (httpx.Response(410), NotFound),
        (httpx.Response(451), Refused),
        (httpx.Response(400), BadStatus),
        (httpx.Response(418), BadStatus),
        (httpx.Response(501), BadStatus),
        (httpx.Response(206, content=b"<title>a part", headers=HTML), BadStatus),
        (httpx.Response(302), BadStatus),
        (httpx.Response(202), Refused),
        (httpx.Response(200, content=b"", headers=HTML), NotAPage),
        (httpx.Response(200, content=b" \n", headers=HTML), NotAPage),
        (httpx.Response(200, content=b"%PDF-1.7", headers={"content-type": "application/pdf"}), NotAPage),
        (httpx.Response(200, content=b"%PDF-1.7", headers=HTML), NotAPage),
        (httpx.Response(200, content=b'{"a": 1}', headers={"content-type": "application/json"}), NotAPage),
        (httpx.Response(200, content=b"<title>Just a moment...</title>", headers=HTML), Refused),
    ],
)
def test_failures_that_stay_are_asked_once_and_told_apart(
    site: FakeSite, make_fetcher: Make, answer: httpx.Response, error: type[FetchError]
) -> None:
    site.serve("/list", answer)
    fetcher = make_fetcher()
    for _ in range(2):
        with pytest.raises(error) as caught:
            fetch(fetcher)
        assert type(caught.value) is error
        assert caught.value.where == URL
    assert site.pages_asked == [URL], "a page that failed is not asked for twice in one run"


def test_page_that_is_called_something_else_is_a_page(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/list", httpx.Response(200, content=b"<!doctype html><p>x", headers={"content-type": "application/octet-stream"}))
    assert fetch(make_fetcher())


def test_retries_end(site: FakeSite, time: FakeClock, make_fetcher: Make) -> None:
    site.serve("/list", httpx.Response(503))
    with pytest.raises(BadStatus, match="503 Service Unavailable"):
        fetch(make_fetcher())
    assert len(site.pages_asked) == 4
    assert time.clock() < 60


def test_network_errors_are_tried_again_and_translated(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/list", httpx.ReadError("reset"))
    with pytest.raises(NetworkError, match="reset"):
        fetch(make_fetcher())
    assert len(site.pages_asked) == 4


def test_nobody_there_is_said_at_once(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/robots.txt", httpx.ConnectError("connection refused"))
    fetcher = make_fetcher()
    for url in (URL, f"{URL}2"):
        with pytest.raises(HostUnreachable, match=r"can't reach movies\.example: connection refused") as caught:
            fetch(fetcher, url)
        assert caught.value.where == url
    assert len(site.asked) == 1


@pytest.mark.parametrize("value", ["40", "Fri, 20 Nov 2026 12:00:41 GMT"])
def test_retry_after_is_kept(site: FakeSite, make_fetcher: Make, value: str) -> None:
    site.serve("/list", httpx.Response(429, headers={"retry-after": value}), b"<title>there</title>")
    fetch(make_fetcher())
    assert site.at_s[-1] >= site.at_s[-2] + 40


def test_waits_are_logged_with_their_reasons(site: FakeSite, make_fetcher: Make, caplog: pytest.LogCaptureFixture) -> None:
    site.serve("/robots.txt", b"User-agent: *\nCrawl-delay: 7")
    site.serve("/list", httpx.Response(429, headers={"retry-after": "40"}), httpx.Response(503), b"<title>there</title>")
    with caplog.at_level(logging.INFO, logger="moviescrape.fetch"):
        fetch(make_fetcher())
    waits = [record.wait for record in caplog.records if hasattr(record, "wait")]
    assert [(wait["host"], str(wait["reason"])) for wait in waits] == [
        ("movies.example", "Crawl-delay"),
        ("movies.example", "Retry-After"),
        ("movies.example", "pause"),  # doubled twice by then, longer than what a second try waits
    ]
    assert [wait["seconds"] for wait in waits] == [7.0, 40.0, 28.0]
    assert [record.robots["crawl_delay_s"] for record in caplog.records if hasattr(record, "robots")] == [7.0]


def test_retry_after_does_not_count_as_time_spent(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/list", *[httpx.Response(429, headers={"retry-after": "290"})] * 3, b"<title>there</title>")
    assert fetch(make_fetcher()) == b"<title>there</title>"


def test_absurd_retry_after_gives_the_host_up(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/list", httpx.Response(429, headers={"retry-after": "31536000000"}))
    fetcher = make_fetcher()
    for url in (URL, f"{URL}2"):
        with pytest.raises(HostGivenUp, match=r"31,536,000,000 s"):
            fetch(fetcher, url)
    assert site.pages_asked == [URL]
    assert fetch(fetcher, "https://other.example/")


def test_host_that_keeps_failing_is_given_up(site: FakeSite, make_fetcher: Make) -> None:
    site.answers |= {f"/{number}": [httpx.Response(403)] for number in range(9)}
    fetcher = make_fetcher(max_host_failures=3)
    errors = []
    for number in range(5):
        with pytest.raises(FetchError) as caught:
            fetch(fetcher, f"https://movies.example/{number}")
        errors.append(type(caught.value))
    assert errors == [Refused, Refused, Refused, HostGivenUp, HostGivenUp]
    assert fetcher.host_stats["movies.example"].refused == 3


def test_missing_pages_do_not_give_a_host_up(site: FakeSite, make_fetcher: Make) -> None:
    site.answers |= {f"/{number}": [httpx.Response(404)] for number in range(9)}
    fetcher = make_fetcher(max_host_failures=3)
    for number in range(9):
        with pytest.raises(NotFound):
            fetch(fetcher, f"https://movies.example/{number}")


def test_redirects_are_followed(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/list", redirect("/b", 301))
    site.serve("/b", redirect("https://other.example/c?d=1#e", 307))
    page = make_fetcher().fetch(PageRequest(URL, typed=True))
    assert (page.asked_url, page.url) == (URL, "https://other.example/c?d=1")


@pytest.mark.parametrize(
    ("location", "says"),
    [
        ("/list", "circle"),
        ("http://10.0.0.1/", "private"),
        ("http://127.0.0.1/", "private"),
        ("http://2130706433/", "private"),
        ("http://[::ffff:169.254.169.254]/", "metadata"),
        ("http://169.254.169.254/latest/meta-data/", "metadata"),
        ("file:///etc/passwd", "only http"),
        ("http://a:b@movies.example/", "password"),
        ("http://[::1/", "no URL"),
    ],
)
def test_redirects_that_are_not_followed(site: FakeSite, make_fetcher: Make, location: str, says: str) -> None:
    site.serve("/list", redirect(location))
    with pytest.raises(BadRedirect, match=says) as caught:
        fetch(make_fetcher())
    assert caught.value.where == URL
    assert site.pages_asked == [URL]


def test_redirects_have_an_end(site: FakeSite, make_fetcher: Make) -> None:
    for number in range(20):
        site.serve(f"/{number}", redirect(f"/{number + 1}"))
    with pytest.raises(BadRedirect, match="more than 10"):
        fetch(make_fetcher(), "https://movies.example/0")
    assert len(site.pages_asked) == 11
    site.serve("/15", b"<title>there</title>")
    assert fetch(make_fetcher(), "https://movies.example/5")


def test_link_from_a_public_page_to_a_private_one_is_refused(site: FakeSite, make_fetcher: Make) -> None:
    for url in ("http://10.0.0.1/", "http://127.0.0.1:9200/", "http://[::1]/"):
        with pytest.raises(UnsafeURL, match="private"):
            fetch(make_fetcher(), url, referer=URL)
    assert site.asked == []


@pytest.mark.parametrize("referer", [None, "http://127.0.0.1:9200/", "http://127.0.0.1:9200/list", "https://movies.example/"])
def test_nothing_but_what_the_user_typed_opens_a_private_host(site: FakeSite, make_fetcher: Make, referer: str | None) -> None:
    """A saved page, an archive's record or a cell of a table may claim to come from wherever it likes."""
    with pytest.raises(UnsafeURL, match="private"):
        make_fetcher().fetch(PageRequest("http://127.0.0.1:9200/", referer))
    assert site.asked == []


def test_private_hosts_that_the_user_names_are_asked_for_links(site: FakeSite, make_fetcher: Make) -> None:
    fetcher = make_fetcher(private_hosts=frozenset({"10.0.0.1:8000"}))
    assert fetch(fetcher, "http://10.0.0.1:8000/a", referer=URL)
    site.serve("/list", redirect("http://10.0.0.1:8000/b"))
    assert fetch(fetcher)
    site.serve("/list2", redirect("http://10.0.0.1:9200/"))
    with pytest.raises(BadRedirect, match="private_hosts="):
        fetch(fetcher, f"{URL}2")


def test_refusal_of_a_link_does_not_refuse_what_is_typed_later(make_fetcher: Make) -> None:
    fetcher = make_fetcher()
    with pytest.raises(UnsafeURL):
        fetch(fetcher, "http://10.0.0.1/a", referer=URL)
    assert fetch(fetcher, "http://10.0.0.1/a")
    with pytest.raises(UnsafeURL):
        fetch(fetcher, "http://10.0.0.1/b", referer=URL)


def test_private_start_stays_on_its_host(site: FakeSite, make_fetcher: Make) -> None:
    fetcher = make_fetcher()
    assert fetch(fetcher, "http://10.0.0.1:8000/a")
    assert fetch(fetcher, "http://10.0.0.1:8000/b", referer="http://10.0.0.1:8000/a")
    with pytest.raises(UnsafeURL):
        fetch(fetcher, "http://10.0.0.1:9200/", referer="http://10.0.0.1:8000/a")


def test_body_is_unpacked(site: FakeSite, make_fetcher: Make) -> None:
    packed = gzip.compress(b"<title>packed</title>")
    site.answers["/list"] = [_Raw(packed)]
    assert fetch(make_fetcher()) == b"<title>packed</title>"


class _Raw(httpx.Response):
    """Content that is already packed as the header says; a plain Response would unpack it for us."""

    def __init__(self, packed: bytes) -> None:
        super().__init__(200, headers={**HTML, "content-encoding": "gzip"}, stream=httpx.ByteStream(packed))
        self._content = packed


@pytest.mark.parametrize("declared", [True, False])
def test_page_over_the_bound(site: FakeSite, make_fetcher: Make, declared: bool) -> None:
    answer = httpx.Response(200, content=b"<html>" + b"x" * 2000, headers=HTML)
    if not declared:
        del answer.headers["content-length"]
    site.serve("/list", answer)
    with pytest.raises(TooLarge):
        fetch(make_fetcher(max_bytes=1000))
    assert len(site.pages_asked) == 1


def test_offline_never_asks(site: FakeSite, make_fetcher: Make) -> None:
    fetch(make_fetcher())
    asked = list(site.asked)
    fetcher = make_fetcher(offline=True, contact=None)
    assert fetch(fetcher)
    with pytest.raises(NotStored, match="offline=False"):
        fetch(fetcher, f"{URL}2")
    assert site.asked == asked


def test_refresh_asks_by_etag_and_304_keeps_the_page(site: FakeSite, make_fetcher: Make) -> None:
    tagged = httpx.Response(200, content=b"<title>one</title>", headers={**HTML, "etag": '"1"', "last-modified": "yesterday"})
    site.serve("/list", tagged, httpx.Response(304))
    fetch(make_fetcher())
    fetcher = make_fetcher(refresh=True)
    site.time.sleep(1)
    fetcher.store.begin_run()
    assert fetch(fetcher) == b"<title>one</title>"
    assert site.requests[-1].headers["if-none-match"] == '"1"'
    assert site.requests[-1].headers["if-modified-since"] == "yesterday"
    assert fetcher.host_stats["movies.example"].not_modified == 1
    assert fetch(fetcher) == b"<title>one</title>"
    assert len(site.pages_asked) == 2


def test_refresh_takes_the_changed_page(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/list", b"<title>one</title>", b"<title>two</title>")
    fetch(make_fetcher())
    site.time.sleep(1)
    assert fetch(make_fetcher(refresh=True)) == b"<title>two</title>"


def test_no_cookie_is_sent_back(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/list", httpx.Response(200, content=b"<p>x", headers={**HTML, "set-cookie": "a=b"}))
    fetcher = make_fetcher()
    fetch(fetcher)
    fetch(fetcher, f"{URL}2")
    assert "cookie" not in site.requests[-1].headers


def test_submitted_pages_come_in_any_number(make_fetcher: Make) -> None:
    fetcher = make_fetcher()
    hosts = [f"https://{number % 40}.localhost/{number}" for number in range(200)]
    futures = [fetcher.submit(PageRequest(url, typed=True)) for url in hosts]
    assert [future.result(timeout=20).asked_url for future in futures] == hosts


def test_submitted_url_that_is_none_fails_in_its_future(make_fetcher: Make) -> None:
    with pytest.raises(UnsafeURL):
        make_fetcher().submit(PageRequest("ftp://movies.example/", typed=True)).result(timeout=5)


def test_closing_cancels_what_waits(site: FakeSite, time: FakeClock, make_fetcher: Make) -> None:
    fetcher = make_fetcher()
    fetch(fetcher)
    fetcher.close()
    with pytest.raises(CancelledError):
        fetch(fetcher, f"{URL}2")
    with pytest.raises(RuntimeError):
        fetcher.submit(PageRequest(URL, typed=True))


def test_failure_is_remembered_in_the_store(site: FakeSite, make_fetcher: Make) -> None:
    site.serve("/list", httpx.Response(403))
    fetcher = make_fetcher()
    with pytest.raises(Refused):
        fetch(fetcher)
    assert [(failure.asked_url, failure.kind) for failure in fetcher.store.failures()] == [(URL, "Refused")]
