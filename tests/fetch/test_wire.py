"""What a server receives is what robots.txt was asked about, and what the page is stored and named under."""

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.errors import FetchError, RobotsForbidden
from moviescrape.fetch.fetcher import Fetcher
from moviescrape.fetch.request_url import normalize_url, target_of
from moviescrape.fetch.robots import Robots
from moviescrape.pages.page import Page, PageRequest
from moviescrape.pages.store import PageStore
from moviescrape.settings import Settings
from support.raw_server import RawServer, raw_server, response

TEXT = st.text(st.one_of(st.characters(), st.sampled_from("/.%?#\\[]*$|<>{}`^\"'~ 2eEfF")), max_size=40)
LOCATION = st.binary(max_size=40).map(lambda raw: raw.translate(None, b"\r\n\0"))


class Wire:
    """A server, a fetcher of its pages, and the targets that robots.txt was asked about."""

    def __init__(self, server: RawServer, fetcher: Fetcher, checked: list[str]) -> None:
        self.server = server
        self.fetcher = fetcher
        self.checked = checked
        self.numbers = count()

    def fetch(self, target: str) -> Page:
        return self.fetcher.fetch(PageRequest(self.server.origin + target, typed=True))


@pytest.fixture(scope="module")
def wire() -> Iterator[Wire]:
    checked: list[str] = []

    class Watched(Robots):
        def allows(self, url: str) -> bool:
            checked.append(target_of(url))
            return super().allows(url)

    settings = Settings(max_host_failures=10**9)
    with (
        raw_server() as server,
        PageStore.in_memory(settings) as store,
        Fetcher(settings, store, sleep=lambda _: None) as fetcher,
    ):
        fetcher._robots_cache._known[server.origin] = (Watched(), 0.0)
        fetcher._robots_cache._clock = lambda: 0.0
        yield Wire(server, fetcher, checked)


@given(TEXT)
def test_what_is_sent_is_what_robots_was_asked(wire: Wire, text: str) -> None:
    wire.server.requests.clear()
    wire.checked.clear()
    prefix = f"/{next(wire.numbers)}"
    try:
        page = wire.fetch(f"{prefix}{text}")
    except FetchError:
        assert wire.server.targets == []
        return
    sent = wire.server.targets or [target_of(str(page.asked_url))]  # `/7/..` was asked for before
    assert wire.checked in (sent, [])
    assert page.asked_url == page.url == wire.server.origin + sent[0]


@given(
    st.binary(max_size=40).map(lambda raw: raw.translate(None, b"\r\n\0")),
    st.sampled_from([b"", b"/", b"?", b"../", b"{origin}/"]),
)
def test_what_a_redirect_leads_to_is_what_robots_was_asked(wire: Wire, raw: bytes, start: bytes) -> None:
    number = next(wire.numbers)
    location = start.replace(b"{origin}", wire.server.origin.encode()) + raw
    wire.server.answers[b"/from/%d/a" % number] = response(b"", b"Location: " + location, status=b"302 Found")
    wire.server.requests.clear()
    wire.checked.clear()
    try:
        page = wire.fetch(f"/from/{number}/a")
    except FetchError:
        assert wire.server.targets == wire.checked[: len(wire.server.targets)]
        return
    assert wire.server.targets == wire.checked
    assert page.url == wire.server.origin + wire.checked[-1]


FORBIDDEN = [
    ("/secret/", "/public/../secret/x"),
    ("/secret/", "/public/%2e%2e/secret/x"),
    ("/secret/", "/public\\..\\secret\\x"),
    ("/secret/", "/./secret/x"),
    ("/secret/", "/%73ecret/x"),
    ("/a%3Cb/", "/a<b/x"),
    ("/a<b/", "/a%3cb/x"),
    ("/a%22b", '/a"b'),
    ("/a%60b", "/a`b"),
    ("/a%7Bb%7D", "/a{b}"),
    ("/a%7Cb", "/a|b"),
    ("/a%5Eb", "/a^b"),
    ("/a%20b", "/a b"),
    ("/a%5Bb%5D", "/a[b]"),
    ("/a%2Ab", "/a*b"),
    ("/a%24b", "/a$b"),
    ("/a%2Bb", "/a+b"),
    ("/a?b=%3C", "/a?b=<"),
    ("/a?b=c%2Fd", "/a?b=c/d"),
    ("/caf%C3%A9", "/caf\u00e9"),
    ("/caf\u00e9", "/caf%c3%a9"),
    ("/100%/", "/100%25/x"),
    ("/100%25/", "/100%/x"),
]


@pytest.mark.parametrize("by", ["start", "redirect", "refresh"])
@pytest.mark.parametrize(("rule", "target"), FORBIDDEN)
def test_no_spelling_gets_past_a_rule(rule: str, target: str, by: str) -> None:
    with raw_server() as server, PageStore.in_memory() as store, Fetcher(Settings(), store) as fetcher:
        server.answers[b"/robots.txt"] = response(f"User-agent: *\nDisallow: {rule}\n".encode())
        server.answers[b"/redirect"] = response(b"", f"Location: {target}".encode(), status=b"302 Found")
        refresh = target.replace('"', "&quot;").replace("<", "&lt;")
        server.answers[b"/refresh"] = response(f'<meta http-equiv=refresh content="0;url={refresh}">'.encode())
        with pytest.raises(RobotsForbidden, match="line 2"):
            fetcher.fetch(PageRequest(server.origin + (target if by == "start" else f"/{by}"), typed=True))
        assert server.targets == ([] if by == "start" else [f"/{by}"])


def test_start_is_named_in_normal_form() -> None:
    with raw_server() as server, PageStore.in_memory() as store, Fetcher(Settings(), store) as fetcher:
        page = fetcher.fetch(PageRequest(f"{server.origin}/a/../b c", typed=True))
        assert page.url == normalize_url(f"{server.origin}/b%20c")
        assert fetcher.fetch(PageRequest(f"{server.origin}/%62%20c#x")) == page
        assert server.targets == ["/b%20c"]
