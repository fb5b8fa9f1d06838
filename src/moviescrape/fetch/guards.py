"""Which addresses may be asked: decided here, enforced before each request and again where a socket is opened.

A page of the web must not make us ask a machine that only we can reach. So a private or loopback address is asked only where
the user typed it, and for links from its own pages; link-local and metadata addresses never.
"""

import ipaddress
import re
import socket
from enum import IntEnum

from moviescrape.errors import UnsafeURL
from moviescrape.errors.remedies import Remedy

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_METADATA = {ipaddress.ip_address(address) for address in ("fd00:ec2::254", "100.100.100.200", "192.0.0.192", "168.63.129.16")}
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")  # all that IANA has given out of IPv6, special blocks among it
_DOCUMENTATION = ipaddress.IPv6Network("3fff::/20")  # RFC 9637; older Pythons take it for global
_IPV4_AT_THE_END = tuple(
    ipaddress.IPv6Network(network)
    for network in (
        "::/96",  # compatible, RFC 4291 2.5.5.1
        "::ffff:0:0/96",  # mapped, RFC 4291 2.5.5.2
        "::ffff:0:0:0/96",  # translated, RFC 2765
        "64:ff9b::/96",  # NAT64, RFC 6052
    )
)
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)  # RFC 5214 6.1: the first half of the interface's identifier


class Reach(IntEnum):
    """Who can reach an address."""

    PUBLIC = 0
    PRIVATE = 1  # loopback, RFC 1918, unique and site local, shared, documentation, reserved: ours alone, or nobody's
    NEVER = 2  # link-local, metadata, multicast, unspecified: nobody has pages there


def reach(address: IPAddress) -> Reach:
    """Return who can reach `address`; one that stands for IPv4 addresses is judged by them.

    >>> [reach(ipaddress.ip_address(text)).name for text in ("93.184.216.34", "::127.0.0.1", "::ffff:169.254.169.254")]
    ['PUBLIC', 'PRIVATE', 'NEVER']
    """
    inner = _embedded_ipv4(address)
    if inner:
        return max(map(reach, inner))
    if address in _METADATA or address.is_link_local or address.is_multicast or address.is_unspecified:
        return Reach.NEVER
    return Reach.PUBLIC if _is_public(address) else Reach.PRIVATE


def _is_public(address: IPAddress) -> bool:
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global
    return address.is_global and address in _GLOBAL_UNICAST and address not in _DOCUMENTATION


def _embedded_ipv4(address: IPAddress) -> tuple[ipaddress.IPv4Address, ...]:
    """Return the IPv4 addresses that an IPv6 one stands for: those above, 6to4 (RFC 3056), Teredo (4380), ISATAP (5214)."""
    if isinstance(address, ipaddress.IPv4Address) or address.is_unspecified or address.is_loopback:
        return ()
    last = ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    if any(address in network for network in _IPV4_AT_THE_END):
        return (last,)
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    return (last,) if int(address) >> 32 & 0xFFFF_FFFF in _ISATAP else ()


def literal_address(host: str) -> IPAddress | None:
    """Return the address that `host` spells out, in any of the forms that a resolver takes; None for a name.

    >>> [str(literal_address(host)) for host in ("127.1", "2130706433", "0x7f.0.0.1", "::1", "movies.example")]
    ['127.0.0.1', '127.0.0.1', '127.0.0.1', '::1', 'None']
    """
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        pass
    if not re.fullmatch(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}", host.lower().rstrip(".")):
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host.rstrip(".")))
    except OSError:
        return None


def is_loopback(host: str) -> bool:
    """Return whether `host` is this machine by its very name: `localhost`, `*.localhost` (RFC 6761 6.3), 127.0.0.0/8, ::1.

    >>> is_loopback("movies.localhost"), is_loopback("127.0.0.1"), is_loopback("localhost.example")
    (True, True, False)
    """
    name = host.lower().rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    address = literal_address(name)
    return address is not None and all(one.is_loopback for one in _embedded_ipv4(address) or (address,))


def check_address(address: IPAddress, *, allow_private: bool, where: str) -> None:
    """Raise UnsafeURL unless `address` may be asked. `allow_private`: the user named this host."""
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
        remedy=Remedy.OPEN_PRIVATE_HOST,
    )
