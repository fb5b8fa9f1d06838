"""RFC 9309, row by row: what the rule says, where it stands, and a robots.txt that needs it."""

import codecs
from math import inf
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.errors import UnsafeURL
from moviescrape.fetch.client import Response
from moviescrape.fetch.request_url import normalize_url, target_of
from moviescrape.fetch.robots import MAX_ROBOTS_BYTES, Robots, read_robots, to_comparable
from moviescrape.fetch.robots_cache import read_robots_response

SITE = "https://movies.example"


class Case(NamedTuple):
    """`section` of RFC 9309; `allowed` and `forbidden` are paths."""

    section: str
    says: str
    robots: str
    allowed: str = ""
    forbidden: str = ""


CASES = [
    Case("2.1", "rules without a group are nobody's", "Disallow: /\n", allowed="/a"),
    Case("2.1", "a group names several agents", "User-agent: other\nUser-agent: moviescrape\nDisallow: /a", "/b", "/a"),
    Case("2.1", "blank lines don't end a group", "User-agent: *\n\n\nDisallow: /a", "/b", "/a"),
    Case(
        "2.1",
        "a rule ends the naming of agents",
        "User-agent: moviescrape\nDisallow: /a\nUser-agent: x\nDisallow: /b",
        "/b",
        "/a",
    ),
    Case("2.2", "keys in any case, with spaces around", " uSeR-AgEnT :  *\n\tDISALLOW\t: /a", "/b", "/a"),
    Case("2.2", "comments end a line", "User-agent: * # all\nDisallow: /a # this\n#Disallow: /b", "/b", "/a"),
    Case("2.2", "line ends CR, LF and CRLF", "User-agent: *\rDisallow: /a\r\nDisallow: /b\nDisallow: /c", "/d", "/a /b /c"),
    Case("2.2", "other line separators of Unicode are none", "User-agent: *\nDisallow: /a\x0bAllow: /b\u2028", "/a"),
    Case(
        "2.2.1",
        "our own group counts, not the star's",
        "User-agent: *\nDisallow: /\nUser-agent: moviescrape\nDisallow: /a",
        "/b",
        "/a",
    ),
    Case("2.2.1", "in any order", "User-agent: moviescrape\nDisallow: /a\nUser-agent: *\nDisallow: /", "/b", "/a"),
    Case("2.2.1", "in any case", "User-agent: MovieScrape\nDisallow: /a", "/b", "/a"),
    Case("2.2.1", "a version behind the name doesn't count", "User-agent: moviescrape/2.0\nDisallow: /a", "/b", "/a"),
    Case("2.2.1", "a part of our name is not us", "User-agent: movie\nDisallow: /\nUser-agent: scrape\nDisallow: /", "/a"),
    Case("2.2.1", "a longer name is not us", "User-agent: moviescraper\nDisallow: /", "/a"),
    Case(
        "2.2.1",
        "groups of the same agent are one",
        "User-agent: moviescrape\nDisallow: /a\n\nUser-agent: moviescrape\nDisallow: /b",
        "/c",
        "/a /b",
    ),
    Case(
        "2.2.1",
        "the star's groups are one too",
        "User-agent: *\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: *\nDisallow: /b",
        "/c",
        "/a /b",
    ),
    Case("2.2.1", "no group for us and no star: all is allowed", "User-agent: other\nDisallow: /", "/a"),
    Case("2.2.1", "our empty group wins over the star", "User-agent: moviescrape\nDisallow:\nUser-agent: *\nDisallow: /", "/a"),
    Case("2.2.2", "no rule matches: allowed", "User-agent: *\nDisallow: /a", "/"),
    Case("2.2.2", "an empty Disallow forbids nothing", "User-agent: *\nDisallow:", "/a"),
    Case("2.2.2", "an empty Allow allows nothing", "User-agent: *\nAllow:\nDisallow: /", forbidden="/a"),
    Case(
        "2.2.2",
        "a prefix matches",
        "User-agent: *\nDisallow: /fish",
        "/Fish /catfish",
        "/fish /fish.html /fish/salmon /fishheads",
    ),
    Case("2.2.2", "paths are case sensitive", "User-agent: *\nDisallow: /A", "/a", "/A"),
    Case("2.2.2", "the longest match wins", "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", "/a /a/c"),
    Case("2.2.2", "whatever the order", "User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/b", "/a /a/c"),
    Case("2.2.2", "Allow wins a tie", "User-agent: *\nDisallow: /a\nAllow: /a", "/a"),
    Case("2.2.2", "the query is part of it", "User-agent: *\nDisallow: /search?sort=", "/search?page=2", "/search?sort=up"),
    Case("2.2.2", "robots.txt itself is always allowed", "User-agent: *\nDisallow: /", "/robots.txt"),
    Case(
        "2.2.2", "octets beyond ASCII are compared escaped", "User-agent: *\nDisallow: /foo/ツ", "/foo/", "/foo/%E3%83%84 /foo/ツ"
    ),
    Case("2.2.2", "escapes in any case", "User-agent: *\nDisallow: /foo/%e3%83%84", "/foo/", "/foo/ツ"),
    Case("2.2.2", "an escaped letter is the letter", "User-agent: *\nDisallow: /%61", "/b", "/a /%61"),
    Case("2.2.2", "an escaped slash is no slash", "User-agent: *\nDisallow: /a%2fb", "/a/b", "/a%2Fb"),
    Case("2.2.3", "star stands for anything", "User-agent: *\nDisallow: /*.php", "/a", "/a.php /b/c.php?d"),
    Case("2.2.3", "star stands for nothing too", "User-agent: *\nDisallow: /a*b", "/a", "/ab /axb"),
    Case("2.2.3", "many stars", "User-agent: *\nDisallow: /*a*b**c", "/cba", "/xaxbxc /abc"),
    Case("2.2.3", "a star at the end changes nothing", "User-agent: *\nDisallow: /a*", "/b", "/a /ab"),
    Case("2.2.3", "a star at the beginning", "User-agent: *\nDisallow: *.pdf", "/a", "/a.pdf"),
    Case("2.2.3", "dollar ends the path", "User-agent: *\nDisallow: /a$", "/ab /a/", "/a"),
    Case("2.2.3", "star and dollar", "User-agent: *\nDisallow: /*.php$", "/a.php?b /a.php5", "/a.php"),
    Case("2.2.3", "pieces don't overlap", "User-agent: *\nDisallow: /aba*ba$", "/aba", "/ababa /abaxba"),
    Case("2.2.3", "dollar elsewhere is a dollar", "User-agent: *\nDisallow: /a$b", "/a", "/a$b"),
    Case("2.2.2", "an address as wire and rule write it", "User-agent: *\nDisallow: /a%3Cb%22c", "/a", '/a<b"c /a%3cb%22c'),
    Case(
        "2.2.2",
        "reserved characters escaped or not",
        "User-agent: *\nDisallow: /a(b)[c]:d",
        "/a",
        "/a%28b%29%5Bc%5D%3Ad /a(b)[c]:d",
    ),
    Case("2.2.2", "so also in a rule", "User-agent: *\nDisallow: /a%28b%29%7C%7b", "/a", "/a(b)|{ /a%28b%29%7C%7B"),
    Case(
        "2.2.2",
        "the table's second row",
        "User-agent: *\nDisallow: /foo/bar?baz=https://foo.bar",
        "/foo/bar",
        "/foo/bar?baz=https://foo.bar /foo/bar?baz=https%3A%2F%2Ffoo.bar",
    ),
    Case(
        "2.2.2",
        "and its other way round",
        "User-agent: *\nDisallow: /foo/bar?baz=https%3A%2F%2Ffoo.bar",
        "/foo/bar",
        "/foo/bar?baz=https://foo.bar /foo/bar?baz=https%3A%2F%2Ffoo.bar",
    ),
    Case("2.2.2", "a rule without ? may mean the query", "User-agent: *\nDisallow: /*to=/a", "/a", "/x?to=/a /to=/a"),
    Case("2.2.2", "an escaped ? is no query", "User-agent: *\nDisallow: /a%3Fb", "/a?b", "/a%3fb"),
    Case("2.2.2", "a bare percent sign", "User-agent: *\nDisallow: /100%/", "/100", "/100%/ /100%25/a"),
    Case("2.2.2", "dot segments are gone before", "User-agent: *\nDisallow: /b", "/b/../a", "/a/../b /a/%2e%2e/b"),
    Case("2.2.3", "an escaped star is a star", "User-agent: *\nDisallow: /a%2Ab", "/axb", "/a%2Ab /a*b /a%2ab"),
    Case("2.2.3", "an escaped dollar is a dollar", "User-agent: *\nDisallow: /a%24", "/a", "/a$ /a%24 /a$b"),
    Case("2.2.3", "a star of the address is no star", "User-agent: *\nDisallow: /a**b$", "/b*a", "/a*b /ab"),
    Case("2.2.3", "two dollars", "User-agent: *\nDisallow: /a$$", "/a /a$b", "/a$"),
    Case("2.2.3", "only the root", "User-agent: *\nAllow: /$\nDisallow: /", "/", "/a"),
    Case(
        "2.2.4",
        "other lines don't split the agents of a group",
        "User-agent: moviescrape\nSitemap: /s.xml\nUser-agent: x\nDisallow: /a",
        "/b",
        "/a",
    ),
    Case("2.2.4", "nor does a Crawl-delay", "User-agent: moviescrape\nCrawl-delay: 1\nUser-agent: x\nDisallow: /a", "/b", "/a"),
    Case("2.2.4", "nor what nobody knows", "User-agent: *\nFoo: bar\nDisallow: /a\nbaz\nDisallow: /b", "/c", "/a /b"),
    Case("2.3", "a BOM is skipped", "\ufeffUser-agent: *\nDisallow: /a", "/b", "/a"),
    Case("2.3.1.5", "what can't be read is skipped", "\x00\x01\nUser-agent: *\n<html>\nDisallow: /a\n\x00", "/b", "/a"),
    Case("2.3.1.5", "HTML in its place forbids nothing", "<!DOCTYPE html><html><title>Not found</title></html>", "/a"),
    Case(
        "5.1",
        "the RFC's first example",
        "User-agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/\nUser-agent: foobot\nDisallow:/",
        "/publications/ /a",
        "/x.gif /example/",
    ),
    Case(
        "5.2",
        "the RFC's longest match",
        "User-agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif",
        "/example/page/",
        "/example/page/disallowed.gif",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.section} {case.says}" for case in CASES])
def test_rules(case: Case) -> None:
    robots = read_robots(case.robots.encode())
    assert [path for path in case.allowed.split(" ") if path and not robots.allows(SITE + path)] == []
    assert [path for path in case.forbidden.split(" ") if path and robots.allows(SITE + path)] == []


@pytest.mark.parametrize(
    ("section", "status", "body", "allowed"),
    [
        ("2.3.1.1", 200, b"User-agent: *\nDisallow: /", False),
        ("2.3.1.1", 200, b"", True),
        *(("2.3.1.3", status, b"User-agent: *\nDisallow: /", True) for status in (400, 401, 403, 404, 410, 418, 429, 451, 499)),
        *(("2.3.1.4", status, b"", False) for status in (500, 502, 503, 504, 520, 599)),
        ("2.3.1.4", 202, b"", False),
        ("2.3.1.4", 200, b"<html><title>Just a moment...</title><script>window._cf_chl_opt={}</script>", False),
    ],
)
def test_status(section: str, status: int, body: bytes, allowed: bool) -> None:
    assert read_robots_response(Response(f"{SITE}/robots.txt", status, {}, body)).allows(f"{SITE}/a") is allowed


def test_unreachable_still_allows_robots_txt_itself() -> None:
    assert Robots(problem="503").allows(f"{SITE}/robots.txt")


def test_500_kib_are_read_and_no_half_rule_beyond() -> None:
    """2.5: at least 500 KiB are parsed."""
    head = b"User-agent: *\nDisallow: /a\n"
    filler = b"#" + b"x" * (MAX_ROBOTS_BYTES - len(head) - len(b"\nDisallow: /b\nAllow: /") - 1)
    robots = read_robots(head + filler + b"\nDisallow: /b\nAllow: /a/but/this")
    assert not robots.allows(f"{SITE}/b")
    assert not robots.allows(f"{SITE}/a/x"), "half a rule, `Allow: /`, was taken for a whole one"


@pytest.mark.parametrize(
    ("text", "delay_s"),
    [
        ("Crawl-delay: 5", 5.0),
        ("crawl-delay:0.5", 0.5),
        ("Crawl-delay: 1,5", 1.5),
        ("Crawl-delay: 2\nCrawl-delay: 7", 7.0),
        ("Crawl-delay: -3", None),
        ("Crawl-delay: soon", None),
        ("Crawl-delay: inf", inf),
        ("Crawl-delay: 1e999", inf),
        ("Crawl-delay: 0.5 seconds", 0.5),
        ("Crawl-delay: 10s", 10.0),
        ("Crawl-delay: 99999999999999999999", 1e20),
        ("Crawl-delay: 3\nUser-agent: other\nCrawl-delay: 9", 3.0),
        ("User-agent: other\nCrawl-delay: 9", 9.0),
        ("Crawl-delay: 3\nUser-agent: other\nDisallow: /\nCrawl-delay: 9", 3.0),
        ("Disallow: /\nCrawl-delay: 4\nCrawl-delay: 5", 5.0),
        ("Crawl-delay: 3\nSitemap: /s.xml\nUser-agent: *\nCrawl-delay: 2", 3.0),
        ("Crawl-delay: nan", None),
        ("Crawl-delay:", None),
        ("Disallow: /b\nUser-agent: other\nCrawl-delay: 9", None),
    ],
)
def test_crawl_delay(text: str, delay_s: float | None) -> None:
    assert read_robots(f"User-agent: *\n{text}\nDisallow: /a".encode()).crawl_delay_s == delay_s


def test_many_stars_take_no_time() -> None:
    """A pattern from a hostile site: a regular expression would take for ever."""
    robots = read_robots(b"User-agent: *\nDisallow: /" + b"*a" * 2000 + b"b$")
    assert robots.allows(f"{SITE}/{'a' * 100_000}")


@given(st.binary(max_size=400))
def test_any_bytes_are_read(body: bytes) -> None:
    robots = read_robots(body)
    assert robots.allows(f"{SITE}/robots.txt")
    assert robots.crawl_delay_s is None or robots.crawl_delay_s >= 0


@given(st.binary(max_size=400))
def test_bom_changes_nothing(body: bytes) -> None:
    if not body.startswith(codecs.BOM_UTF8):
        assert read_robots(codecs.BOM_UTF8 + body) == read_robots(body)


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_compared_encoding_is_stable(target: str) -> None:
    assert to_comparable(to_comparable(target)) == to_comparable(target)


@given(st.text(st.characters(codec="utf-8", exclude_characters="#\r\n"), max_size=20), st.text(max_size=20))
def test_a_rule_for_an_address_as_it_is_sent_forbids_it(path: str, query: str) -> None:
    """Whatever a page's address is made of: its own path, with `*` and `$` escaped (2.2.3), names it."""
    url = normalize_or_none(f"{SITE}/a{path}?{query}")
    if url:
        rule = target_of(url).replace("*", "%2A").replace("$", "%24")
        assert not read_robots(f"User-agent: *\nDisallow: {rule}$".encode()).allows(url)
        assert read_robots(f"User-agent: *\nDisallow: {rule}x".encode()).allows(url)


def normalize_or_none(url: str) -> str | None:
    try:
        return normalize_url(url)
    except UnsafeURL:
        return None


def test_delay_counts_for_the_agents_above_it_alone() -> None:
    text = "User-agent: other\nCrawl-delay: 2000\n\nUser-agent: another \nCrawl-delay: 1000\n\nUser-agent: * \nCrawl-delay: 1\n"
    assert read_robots(text.encode()).crawl_delay_s == 1.0
    assert read_robots(text.encode(), "another").crawl_delay_s == 1000.0
    assert not read_robots(f"{text}Disallow: /a".encode(), "other").allows(f"{SITE}/a"), "rules are shared all the same"


@pytest.mark.parametrize(
    ("robots", "line", "text"),
    [
        ("User-agent: *\nAllow: /\nDisallow: /a", 3, "Disallow: /a"),
        ("# all\r\n\r\nuser-AGENT:*\r\nDISALLOW:  /a*  # because\r\n", 4, "Disallow: /a*"),
        ("User-agent: *\rDisallow: /\rDisallow: /a$\rAllow: /b", 3, "Disallow: /a$"),
    ],
)
def test_the_line_that_forbids(robots: str, line: int, text: str) -> None:
    rule = read_robots(robots.encode()).forbidding_rule(f"{SITE}/a")
    assert rule is not None
    assert (rule.line, rule.text) == (line, text)


def test_rule_in_latin_1() -> None:
    robots = read_robots(b"User-agent: *\nDisallow: /caf\xe9")
    assert not robots.allows(f"{SITE}/caf%E9")
    assert robots.allows(f"{SITE}/caf%C3%A9")
