"""Which URLs and addresses may be asked."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.errors import UnsafeURL
from moviescrape.fetch.guards import (
    Reach,
    check_address,
    clean_url,
    host_of,
    is_loopback,
    join_url,
    literal_address,
    origin_of,
    reach,
)
from moviescrape.pages.files import MAX_NAME_CHARACTERS, page_file_name


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.216.34", Reach.PUBLIC),
        ("2606:2800:220:1:248:1893:25c8:1946", Reach.PUBLIC),
        ("127.0.0.1", Reach.PRIVATE),
        ("127.8.9.1", Reach.PRIVATE),
        ("::1", Reach.PRIVATE),
        ("10.0.0.1", Reach.PRIVATE),
        ("172.31.255.255", Reach.PRIVATE),
        ("192.168.1.1", Reach.PRIVATE),
        ("100.64.0.1", Reach.PRIVATE),
        ("fc00::1", Reach.PRIVATE),
        ("::ffff:10.0.0.1", Reach.PRIVATE),
        ("2002:7f00:1::", Reach.PRIVATE),
        ("64:ff9b::7f00:1", Reach.PRIVATE),
        ("169.254.169.254", Reach.NEVER),
        ("::ffff:169.254.169.254", Reach.NEVER),
        ("64:ff9b::a9fe:a9fe", Reach.NEVER),
        ("fd00:ec2::254", Reach.NEVER),
        ("100.100.100.200", Reach.NEVER),
        ("fe80::1", Reach.NEVER),
        ("0.0.0.0", Reach.NEVER),
        ("::", Reach.NEVER),
        ("224.0.0.1", Reach.NEVER),
        ("ff02::1", Reach.NEVER),
    ],
)
def test_reach(address: str, expected: Reach) -> None:
    assert reach(ipaddress.ip_address(address)) is expected


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "0x7f.1", "127.1", "0177.0.0.1", "127.0.0.1.", "::ffff:127.0.0.1"])
def test_loopback_in_disguise(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["localhost.example", "movies.example", "127.example", "1.2.3.4.5", "0xzz", "10.0.0.1", ""])
def test_not_loopback(host: str) -> None:
    assert not is_loopback(host)


def test_private_is_asked_at_home_only() -> None:
    private = ipaddress.ip_address("10.0.0.1")
    check_address(private, allow_private=True, where="x")
    with pytest.raises(UnsafeURL, match="private"):
        check_address(private, allow_private=False, where="x")


def test_metadata_is_never_asked() -> None:
    with pytest.raises(UnsafeURL, match="metadata"):
        check_address(ipaddress.ip_address("169.254.169.254"), allow_private=True, where="x")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://movies.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "/title/tt0000001/",
        "movies.example",
        "http://",
        "http:///x",
        "http://user:secret@movies.example/",
        "http://movies.example:99999/",
        "http://movies.example:x/",
        "http://[::1/",
        "http://mov ies.example/",
        "http://movies.example\\@10.0.0.1/",
        "http://movies.example/" + "a" * 8000,
        "",
    ],
)
def test_urls_that_are_not_asked_for(url: str) -> None:
    with pytest.raises(UnsafeURL):
        clean_url(url)


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("http://movies.example", "http://movies.example/"),
        ("HTTP://Movies.Example/A#b", "http://movies.example/A"),
        (" https://movies.example/a b?c=d e ", "https://movies.example/a%20b?c=d%20e"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
    ],
)
def test_clean_url(url: str, clean: str) -> None:
    assert clean_url(url) == clean


def test_host_and_origin() -> None:
    assert host_of("http://movies.example:80/") == host_of("https://movies.example.:443/") == "movies.example"
    assert host_of("https://movies.example:80/") == "movies.example:80"
    assert origin_of("http://[::1]:8000/a") == "http://[::1]:8000"


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "http://a.example/b"),
        ("?c", "http://a.example/x/y?c"),
        ("//b.example", "http://b.example/"),
        ("z#f", "http://a.example/x/z"),
    ],
)
def test_join_url(location: str, url: str) -> None:
    assert join_url("http://a.example/x/y", location) == url


@given(st.text(max_size=30))
def test_literal_never_fails(host: str) -> None:
    literal_address(host)


@given(st.text(max_size=60))
def test_clean_url_is_stable_or_refuses(text: str) -> None:
    try:
        clean = clean_url(f"http://movies.example/{text}")
    except UnsafeURL:
        return
    assert clean_url(clean) == clean


@given(st.text(max_size=200))
def test_file_names_stay_in_their_folder(text: str) -> None:
    name = page_file_name(1, f"http://movies.example/{text}")
    assert len(name) <= MAX_NAME_CHARACTERS + 10
    assert name.isascii()
    assert not set(name) & set('/\\:*?"<>|\0')
    assert ".." not in name
