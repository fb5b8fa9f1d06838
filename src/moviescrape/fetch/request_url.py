"""The one form of a URL in which it is checked against robots.txt, stored, named and sent.

It is normalised by RFC 3986 (5.2.4 dot segments, 6.2.2 case and percent-encoding), with what browsers do before (WHATWG URL:
tabs and newlines go, a backslash is a slash, a host in any spelling of an address is that address).
"""

import ipaddress
import re
from functools import cache, lru_cache
from urllib.parse import unquote_to_bytes, urljoin, urlsplit

from moviescrape.errors import UnsafeURL
from moviescrape.fetch.guards import literal_address

MAX_URL_CHARACTERS = 8_000
"""Longer than any page's address; servers refuse such lines (RFC 9110 4.1 asks for 8,000 octets at least)."""

SHOWN_CHARACTERS = 200
"""Of a URL that is refused; a `data:` URL may be of megabytes."""

_DEFAULT_PORTS = {"http": 80, "https": 443}
_PARTS = re.compile(r"(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(\?[^#]*)?(?:#.*)?", re.DOTALL)  # RFC 3986 B
_AUTHORITY = re.compile(r"(\[[^\]]*\]|[^:]*)(?::(0*[0-9]{0,5}))?")
_REMOVED = re.compile(r"[\t\r\n]")
_CONTROLS_AND_SPACE = "".join(map(chr, range(0x21)))

_UNRESERVED = r"A-Za-z0-9._~\-"
_IN_PATH = r"!$&'()*+,;=:@/\[\]|"  # RFC 3986's pchar, and the three that browsers leave as they are
_IN_QUERY = _IN_PATH + "?"

_IS_UNRESERVED = re.compile(rf"[{_UNRESERVED}]")
_HOST_NAME = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_MAX_HOST_CHARACTERS = 253
_ENDS_IN_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")


@lru_cache(maxsize=256)  # asked several times on a page's way
def normalize_url(url: str) -> str:
    """Return `url` as it is asked for, without its fragment. Raise UnsafeURL where it can't be asked for at all.

    >>> normalize_url("HTTPS://Movies.example:443/public/%2e%2E/a b<%7E>?q=caf\u00e9#top")
    'https://movies.example/a%20b%3C~%3E?q=caf%C3%A9'
    """
    shown = url if len(url) <= SHOWN_CHARACTERS else f"{url[:SHOWN_CHARACTERS]}..."
    parts = _PARTS.fullmatch(_REMOVED.sub("", url.strip(_CONTROLS_AND_SPACE)))
    scheme, authority, path, query = parts.groups(default="") if parts else ("", "", "", "")
    scheme = scheme.lower()
    if scheme not in _DEFAULT_PORTS:
        raise UnsafeURL(
            f"only http and https are asked for, not {scheme[:20] or 'a path'!r}", where=shown, remedy="check the URL"
        )
    if "@" in authority:
        where = f"{scheme}://{authority.rpartition('@')[2]}{path}"[:SHOWN_CHARACTERS]
        raise UnsafeURL("the URL holds a user name or password", where=where, remedy="take it out")
    try:
        normal = f"{scheme}://{_normalize_authority(authority, scheme)}{normalize_target(path + query)}"
    except ValueError as problem:
        raise UnsafeURL(f"it can't be asked for: {problem}", where=shown, remedy="check the URL") from problem
    if len(normal) > MAX_URL_CHARACTERS:
        raise UnsafeURL(f"the URL is longer than {MAX_URL_CHARACTERS:,} characters", where=shown, remedy="check the URL")
    return normal


def normalize_target(target: str) -> str:
    """Return the path and query of a URL in normal form. Raise ValueError for half a character (a lone surrogate).

    >>> normalize_target("/a/./b/../%7ec%3f|?d=%zz")
    '/a/~c%3F|?d=%25zz'
    """
    path, mark, query = target.partition("?")
    escaped = percent_encode(path.replace("\\", "/"), _IN_PATH)
    return _remove_dot_segments(escaped) + mark + percent_encode(query, _IN_QUERY)


def percent_encode(text: str, kept: str) -> str:
    """Return `text` with all characters escaped but the unreserved ones (RFC 3986 2.3) and those of `kept`.

    `kept` is written as in a regular expression's set. An escape stays one, in upper case, unless it stands for an
    unreserved character. Raise ValueError for half a character.

    >>> percent_encode("/%7e%3a:*", "/*")
    '/~%3A%3A*'
    """
    return _escape_or_other(kept).sub(_encode_match, text)


def resolve_location(base: str, location: bytes) -> str:
    """Return where a redirect from `base` leads, in normal form. Raise UnsafeURL where that can't be asked for.

    A Location is bytes: those beyond ASCII are kept, whether they are UTF-8 or Latin-1.

    >>> resolve_location("http://movies.example/a/b", b"../caf\\xe9#top")
    'http://movies.example/caf%E9'
    """
    text = "".join(chr(octet) if octet < 0x80 else f"%{octet:02X}" for octet in location).strip(_CONTROLS_AND_SPACE)
    before_query, mark, query = _REMOVED.sub("", text).partition("?")
    try:
        return normalize_url(urljoin(base, before_query.replace("\\", "/") + mark + query))
    except ValueError as problem:
        raise UnsafeURL(f"a redirect to what is no URL ({problem})", where=base) from problem


def host_port(url: str) -> str:
    """Return `host`, or `host:port` where the port is not the scheme's own, of a URL in normal form.

    >>> host_port("https://movies.example/x"), host_port("http://movies.localhost:8000/")
    ('movies.example', 'movies.localhost:8000')
    """
    return urlsplit(url).netloc


def target_of(url: str) -> str:
    """Return path and query of a URL in normal form: what a request asks its host for.

    >>> target_of("http://movies.example/list?page=2")
    '/list?page=2'
    """
    return f"/{url.split('/', 3)[3]}"


def site_of(url: str) -> str:
    """Return scheme and host of a URL in normal form: what a robots.txt speaks for (RFC 9309 2.3)."""
    return f"{urlsplit(url).scheme}://{host_port(url)}"


@cache
def _escape_or_other(kept: str) -> re.Pattern[str]:
    return re.compile(rf"%([0-9A-Fa-f]{{2}})|[^{_UNRESERVED}{kept}]")


def _encode_match(found: re.Match[str]) -> str:
    if found[1]:
        character = chr(int(found[1], 16))
        return character if _IS_UNRESERVED.match(character) else found[0].upper()
    try:
        octets = found[0].encode(errors="surrogateescape")  # a byte of the command line that is no UTF-8 stays that byte
    except UnicodeEncodeError:
        raise ValueError("it holds half a character") from None
    return "".join(f"%{octet:02X}" for octet in octets)


def _remove_dot_segments(path: str) -> str:
    kept: list[str] = []
    *segments, last = path.removeprefix("/").split("/")
    for segment in [*segments, *((last, "") if last in (".", "..") else (last,))]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    return f"/{'/'.join(kept)}"


def _normalize_authority(authority: str, scheme: str) -> str:
    parts = _AUTHORITY.fullmatch(authority)
    if not parts:
        raise ValueError("its host or port can't be read")
    host, port = _normalize_host(parts[1]), int(parts[2] or _DEFAULT_PORTS[scheme])
    if not 0 < port < 65_536:
        raise ValueError("there is no such port")
    return host if port == _DEFAULT_PORTS[scheme] else f"{host}:{port}"


def _normalize_host(host: str) -> str:
    if host.startswith("["):
        return f"[{_read_ipv6(host[1:-1])}]"
    name = _to_ascii(unquote_to_bytes(host).decode() if "%" in host else host).removesuffix(".")
    if not name:
        raise ValueError("it names no host")
    if not _HOST_NAME.fullmatch(name) or len(name) > _MAX_HOST_CHARACTERS:
        raise ValueError("no host can have such a name")
    if _ENDS_IN_NUMBER.fullmatch(name):
        address = literal_address(name)
        if address is None:
            raise ValueError("its host is an address that can't be read")
        return str(address)
    return name


def _read_ipv6(text: str) -> ipaddress.IPv6Address:
    if "%" in text:
        raise ValueError("its host names a network interface of this machine")
    return ipaddress.IPv6Address(text)


def _to_ascii(name: str) -> str:
    """Return a host name in lower case and in ASCII, by UTS 46 as browsers do: they also take what IDNA 2008 leaves out."""
    if name.isascii():
        return name.lower()
    import idna

    try:
        mapped = idna.uts46_remap(name, std3_rules=False)
    except idna.IDNAError as problem:
        raise ValueError(f"no host can have such a name ({problem})") from problem
    return ".".join(label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in mapped.split("."))
