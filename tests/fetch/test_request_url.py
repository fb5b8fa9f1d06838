"""The one form of a URL: what is checked, stored, named and sent."""

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.errors import UnsafeURL
from moviescrape.fetch.request_url import (
    MAX_URL_CHARACTERS,
    host_port,
    normalize_url,
    percent_encode,
    resolve_location,
    site_of,
    target_of,
)

HOST = "http://movies.example"


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("http://movies.example", "http://movies.example/"),
        ("HTTP://Movies.Example/A#b", "http://movies.example/A"),
        (" https://movies.example/a b?c=d e ", "https://movies.example/a%20b?c=d%20e"),
        ("\thttp://movies.example/a\nb\r", "http://movies.example/ab"),
        ("http://movies.example?q", "http://movies.example/?q"),
        ("http://movies.example/a?", "http://movies.example/a?"),
        # dot segments, RFC 3986 5.2.4; escaped ones count too, as browsers and servers have it
        (f"{HOST}/public/../secret/x", f"{HOST}/secret/x"),
        (f"{HOST}/public/%2e%2E/secret/x", f"{HOST}/secret/x"),
        (f"{HOST}/public/.%2e/secret/x", f"{HOST}/secret/x"),
        (f"{HOST}/./a/./b/.", f"{HOST}/a/b/"),
        (f"{HOST}/a/b/..", f"{HOST}/a/"),
        (f"{HOST}/../../a", f"{HOST}/a"),
        (f"{HOST}//a//../b", f"{HOST}//a/b"),
        (f"{HOST}/a/.../b..c/.d", f"{HOST}/a/.../b..c/.d"),
        (f"{HOST}/a?b=../c", f"{HOST}/a?b=../c"),
        (f"{HOST}/public\\..\\secret", f"{HOST}/secret"),
        (f"{HOST}/a?b\\c", f"{HOST}/a?b%5Cc"),
        # escapes, RFC 3986 2.1 and 6.2.2
        (f"{HOST}/%7e%61%2d%5f", f"{HOST}/~a-_"),
        (f"{HOST}/%c3%a9%2f%3f", f"{HOST}/%C3%A9%2F%3F"),
        (f"{HOST}/caf\u00e9?q=\u30c4", f"{HOST}/caf%C3%A9?q=%E3%83%84"),
        (f"{HOST}/100%/%zz/%4", f"{HOST}/100%25/%25zz/%254"),
        (f"{HOST}/%252e%252e/a", f"{HOST}/%252e%252e/a"),
        (f'{HOST}/<>"`{{}}^', f"{HOST}/%3C%3E%22%60%7B%7D%5E"),
        (f'{HOST}/?<>"`{{}}^', f"{HOST}/?%3C%3E%22%60%7B%7D%5E"),
        (f"{HOST}/!$&'()*+,;=:@[]|", f"{HOST}/!$&'()*+,;=:@[]|"),
        (f"{HOST}/?a[]=1|2/?", f"{HOST}/?a[]=1|2/?"),
        (f"{HOST}/\udce9", f"{HOST}/%E9"),  # a byte of the command line that is no UTF-8
        # hosts and ports
        ("http://movies.example:80/", f"{HOST}/"),
        ("http://movies.example:/", f"{HOST}/"),
        ("http://movies.example:0080/", f"{HOST}/"),
        ("https://movies.example:80/", "https://movies.example:80/"),
        ("http://movies.example./", f"{HOST}/"),
        ("http://%6dovies.example/", f"{HOST}/"),
        ("http://b\u00fccher.example/", "http://xn--bcher-kva.example/"),
        ("http://B\u00dcCHER\u3002example/", "http://xn--bcher-kva.example/"),
        ("http://i\u2764.example/", "http://xn--i-7iq.example/"),
        ("http://my_films.example/", "http://my_films.example/"),
        ("http://a--b.example/", "http://a--b.example/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.1:8000/", "http://127.0.0.1:8000/"),
        ("http://0177.0.0.1/", "http://127.0.0.1/"),
        ("http://\uff11\uff12\uff17.0.0.1/", "http://127.0.0.1/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("http://[0:0::0001]/", "http://[::1]/"),
    ],
)
def test_normal_form(url: str, normal: str) -> None:
    assert normalize_url(url) == normal
    assert normalize_url(normal) == normal


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("ftp://movies.example/", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("data:text/html;base64," + "A" * 10**6, "only http and https"),
        ("/title/tt0000001/", "only http and https"),
        ("movies.example", "only http and https"),
        ("", "only http and https"),
        ("http://", "names no host"),
        ("http:///x", "names no host"),
        ("http:/movies.example", "names no host"),
        ("http://./", "names no host"),
        ("http://user:secret@movies.example/", "user name or password"),
        ("http://@movies.example/", "user name or password"),
        ("http://movies.example\\@10.0.0.1/", "user name or password"),
        ("http://movies.example:99999/", "no such port"),
        ("http://movies.example:0/", "no such port"),
        ("http://movies.example:123456789/", "host or port"),
        ("http://movies.example:x/", "host or port"),
        ("http://movies.example:+80/", "host or port"),
        ("http://[::1/", "host or port"),
        ("http://[::1]x/", "host or port"),
        ("http://[:::1]/", "can't be asked for"),
        ("http://[fe80::1%25eth0]/", "network interface"),
        ("http://[fe80::1%eth0]/", "network interface"),
        ("http://mov ies.example/", "no host can have such a name"),
        ("http://movies<.example/", "no host can have such a name"),
        ("http://movies\\.example/", "no host can have such a name"),
        ("http://movies%00.example/", "no host can have such a name"),
        ("http://movies%2fa.example/", "no host can have such a name"),
        ("http://a%40b/", "no host can have such a name"),
        ("http://movies..example/", "no host can have such a name"),
        ("http://.movies.example/", "no host can have such a name"),
        (f"http://{'a' * 64}.example/", "no host can have such a name"),
        (f"http://{'a.' * 130}example/", "no host can have such a name"),
        (f"http://{chr(0xE9) * 200}.example/", "no host can have such a name"),
        ("http://%ff.example/", "can't be asked for"),
        ("http://\u2028.example/", "no host can have such a name"),
        ("http://1.2.3.4.5/", "host is an address"),
        ("http://256.1.1.1/", "host is an address"),
        ("http://09.1/", "host is an address"),
        ("http://movies.0x/", "host is an address"),
        ("http://movies.example/\ud83d", "half a character"),
        ("http://movies.example/" + "a" * MAX_URL_CHARACTERS, "longer than"),
        ("http://movies.example/" + "<" * (MAX_URL_CHARACTERS // 2), "longer than"),
    ],
)
def test_urls_that_are_not_asked_for(url: str, says: str) -> None:
    with pytest.raises(UnsafeURL, match=says) as caught:
        normalize_url(url)
    assert "secret" not in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    ("location", "url"),
    [
        (b"/b", "http://a.example/b"),
        (b"?c", "http://a.example/x/y?c"),
        (b"//b.example", "http://b.example/"),
        (b"\\\\b.example\\c", "http://b.example/c"),
        (b"z#f", "http://a.example/x/z"),
        (b"../../z", "http://a.example/z"),
        (b" /a b ", "http://a.example/a%20b"),
        (b"/caf\xe9", "http://a.example/caf%E9"),
        (b"/caf\xc3\xa9?q=\xc3\xa9", "http://a.example/caf%C3%A9?q=%C3%A9"),
        (b"http://b\xc3\xbccher.example/", "http://xn--bcher-kva.example/"),
        (b"https://a.example:443/z", "https://a.example/z"),
        (b"", "http://a.example/x/y"),
    ],
)
def test_location(location: bytes, url: str) -> None:
    assert resolve_location("http://a.example/x/y", location) == url


@pytest.mark.parametrize("location", [b"http://[::1", b"mailto:a@b.example", b"http://b\xe9.example/", b"http://a:b@c/"])
def test_locations_that_lead_nowhere(location: bytes) -> None:
    with pytest.raises(UnsafeURL):
        resolve_location("http://a.example/", location)


def test_parts() -> None:
    url = normalize_url("https://Movies.example:8443/a/b?c=d/e")
    assert (host_port(url), site_of(url), target_of(url)) == ("movies.example:8443", "https://movies.example:8443", "/a/b?c=d/e")


URL_TEXT = st.text(st.one_of(st.characters(), st.sampled_from("/.%?#\\@:[]*$|<>{}`^\"' 2eE")), max_size=60)


@given(URL_TEXT)
def test_normal_form_is_stable_and_is_what_httpx_takes_for_it(text: str) -> None:
    try:
        normal = normalize_url(f"{HOST}/{text}")
    except UnsafeURL:
        return
    assert normal.isascii()
    assert normalize_url(normal) == normal
    assert target_of(normal) == httpx.URL(normal).raw_path.decode("ascii")
    assert "/../" not in f"{target_of(normal).partition('?')[0]}/"


@given(URL_TEXT)
def test_any_authority_is_read_or_refused(text: str) -> None:
    try:
        normal = normalize_url(f"http://{text}")
    except UnsafeURL:
        return
    assert normalize_url(normal) == normal
    assert httpx.URL(normal).raw_host.decode("ascii") in host_port(normal)


@given(st.binary(max_size=60))
def test_any_location_is_read_or_refused(location: bytes) -> None:
    try:
        url = resolve_location(f"{HOST}/a", location)
    except UnsafeURL:
        return
    assert normalize_url(url) == url


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_percent_encoding_is_stable(text: str) -> None:
    assert percent_encode(percent_encode(text, "/"), "/") == percent_encode(text, "/")
