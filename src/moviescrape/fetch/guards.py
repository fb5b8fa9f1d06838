"""Which URLs and addresses may be asked: decided here, enforced before each request and again where a socket is opened.

A page of the web must not make us ask a machine that only we can reach. So a private or loopback address is asked only where
the user typed it, and for links from its own pages; link-local and metadata addresses never.
"""

import ipaddress
import re
import socket
from enum import IntEnum
from functools import lru_cache
from urllib.parse import SplitResult, urljoin, urlsplit

from moviescrape.errors import UnsafeURL

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

MOST_URL_CHARACTERS = 8_000
"""Longer than any page's address; servers refuse such lines (RFC 9110 4.1 asks for 8,000 octets at least)."""

_DEFAULT_PORTS = {"http": 80, "https": 443}
_METADATA = {ipaddress.ip_address(address) for address in ("fd00:ec2::254", "100.100.100.200", "192.0.0.192", "168.63.129.16")}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_UNWANTED = re.compile(r"[\x00-\x20\x7f]")


class Reach(IntEnum):
    """Who can reach an address."""

    PUBLIC = 0
    PRIVATE = 1  # loopback, RFC 1918, unique local, shared, documentation: ours alone
    NEVER = 2  # link-local, metadata, multicast, unspecified: nobody has pages there


def reach(address: IPAddress) -> Reach:
    """Tell who can reach `address`; one that wraps an IPv4 address is judged by that.

    >>> [reach(ipaddress.ip_address(text)).name for text in ("93.184.216.34", "127.0.0.1", "::ffff:169.254.169.254")]
    ['PUBLIC', 'PRIVATE', 'NEVER']
    """
    inner = _unwrapped(address)
    if inner is not address:
        return reach(inner)
    if address in _METADATA or address.is_link_local or address.is_multicast or address.is_unspecified:
        return Reach.NEVER
    if address.is_loopback or not address.is_global:
        return Reach.PRIVATE
    return Reach.PUBLIC


def _unwrapped(address: IPAddress) -> IPAddress:
    """The IPv4 address that an IPv6 one stands for: mapped (RFC 4291), 6to4 (3056), Teredo (4380), NAT64 (6052)."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour or address
    if address.teredo:
        return address.teredo[1]
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else address


def literal_address(host: str) -> IPAddress | None:
    """The address that `host` spells out, in any of the forms that a resolver takes; None for a name.

    >>> [str(literal_address(host)) for host in ("127.1", "2130706433", "0x7f.0.0.1", "::1", "movies.example")]
    ['127.0.0.1', '127.0.0.1', '127.0.0.1', '::1', 'None']
    """
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        pass
    if not re.fullmatch(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}", host.lower().rstrip(".")):
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host.rstrip(".")))
    except OSError:
        return None


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine by its very name: `localhost`, `*.localhost` (RFC 6761 6.3), 127.0.0.0/8, ::1.

    >>> is_loopback("movies.localhost"), is_loopback("127.0.0.1"), is_loopback("localhost.example")
    (True, True, False)
    """
    name = host.lower().rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    address = literal_address(name)
    return address is not None and _unwrapped(address).is_loopback


@lru_cache(maxsize=256)  # asked several times on a page's way
def host_of(url: str) -> str:
    """`host` or `host:port` of a URL, lower case, the scheme's own port left out: what politeness and safety count by.

    >>> host_of("https://Movies.example:443/x"), host_of("http://movies.localhost:8000/")
    ('movies.example', 'movies.localhost:8000')
    """
    parts = urlsplit(url)
    host, port = (parts.hostname or "").rstrip("."), parts.port
    host = f"[{host}]" if ":" in host else host
    return host if port in (None, _DEFAULT_PORTS.get(parts.scheme)) else f"{host}:{port}"


def origin_of(url: str) -> str:
    """Scheme and host: what a robots.txt speaks for (RFC 9309 2.3)."""
    return f"{urlsplit(url).scheme}://{host_of(url)}"


@lru_cache(maxsize=256)
def clean_url(url: str) -> str:
    """The URL as it is asked for and stored: no fragment, spaces escaped; UnsafeURL where it can't be asked at all.

    >>> clean_url("HTTPS://movies.example/a b#top")
    'https://movies.example/a%20b'
    """
    parts = _split(url.strip())
    if parts.scheme not in _DEFAULT_PORTS:
        raise UnsafeURL(f"only http and https are asked for, not {parts.scheme or 'a path'!r}", where=url, remedy="check the URL")
    if not parts.hostname or _UNWANTED.search(parts.netloc) or "\\" in parts.netloc:
        raise UnsafeURL("the URL names no host", where=url, remedy="check the URL")
    if parts.username is not None or parts.password is not None:
        raise UnsafeURL("the URL holds a user name or password", where=url, remedy="take it out")
    if len(url) > MOST_URL_CHARACTERS:
        raise UnsafeURL(f"the URL is longer than {MOST_URL_CHARACTERS:,} characters", where=url[:200])
    path = _UNWANTED.sub(lambda found: f"%{ord(found[0]):02X}", parts.path or "/")
    query = _UNWANTED.sub(lambda found: f"%{ord(found[0]):02X}", parts.query)
    return parts._replace(scheme=parts.scheme, netloc=parts.netloc.lower(), path=path, query=query, fragment="").geturl()


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises on one that is no number or beyond 65535
    except ValueError as problem:
        raise UnsafeURL(f"not a URL ({problem})", where=url, remedy="check the URL") from problem
    return parts


def join_url(base: str, location: str) -> str:
    """Where a redirect leads, made absolute and clean; the fragment doesn't travel."""
    try:
        return clean_url(urljoin(base, location.strip()))
    except ValueError as problem:
        raise UnsafeURL(f"a redirect to what is no URL ({problem})", where=base) from problem


def check_address(address: IPAddress, *, allow_private: bool, where: str) -> None:
    """UnsafeURL unless `address` may be asked. `allow_private`: the user named this host."""
    kind = reach(address)
    if kind is Reach.NEVER:
        raise UnsafeURL(f"{address} is a link-local, metadata or other special address, never asked for pages", where=where)
    if kind is Reach.PRIVATE and not allow_private:
        raise private_address(str(address), where)


def private_address(name: str, where: str) -> UnsafeURL:
    """Return the error for a private or loopback address, `name`, that the user did not name."""
    return UnsafeURL(
        f"{name} is a private or loopback address, which content from elsewhere must not lead to",
        where=where,
        remedy="if it is yours, name the page itself or give --private-host",
    )
