"""Which URLs and addresses may be asked."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.errors import UnsafeURL
from moviescrape.fetch.guards import Reach, check_address, is_loopback, literal_address, reach


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
        ("0.1.2.3", Reach.PRIVATE),
        ("192.0.2.1", Reach.PRIVATE),
        ("198.18.0.1", Reach.PRIVATE),
        ("240.0.0.1", Reach.PRIVATE),
        ("255.255.255.255", Reach.PRIVATE),
        ("::127.0.0.1", Reach.PRIVATE),
        ("::10.0.0.1", Reach.PRIVATE),
        ("::ffff:0:127.0.0.1", Reach.PRIVATE),
        ("2002:7f00:1::", Reach.PRIVATE),
        ("2002:c0a8:101::1", Reach.PRIVATE),
        ("2002:5db8:d822::1", Reach.PUBLIC),
        ("64:ff9b::7f00:1", Reach.PRIVATE),
        ("64:ff9b::5db8:d822", Reach.PUBLIC),
        ("64:ff9b:1::7f00:1", Reach.PRIVATE),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", Reach.PRIVATE),  # Teredo, its client 192.0.2.45
        ("2001:0:7f00:1::1", Reach.PRIVATE),  # Teredo by a server on loopback
        ("2606:2800:220:1:0:5efe:10.0.0.1", Reach.PRIVATE),  # ISATAP
        ("2606:2800:220:1:200:5efe:127.0.0.1", Reach.PRIVATE),
        ("fec0::1", Reach.PRIVATE),
        ("fd12:3456::1", Reach.PRIVATE),
        ("2001:db8::1", Reach.PRIVATE),
        ("3fff::1", Reach.PRIVATE),
        ("5f00::1", Reach.PRIVATE),
        ("100::1", Reach.PRIVATE),
        ("169.254.169.254", Reach.NEVER),
        ("::ffff:169.254.169.254", Reach.NEVER),
        ("64:ff9b::a9fe:a9fe", Reach.NEVER),
        ("::169.254.169.254", Reach.NEVER),
        ("2002:a9fe:a9fe::", Reach.NEVER),
        ("168.63.129.16", Reach.NEVER),
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


@given(st.text(max_size=30))
def test_literal_never_fails(host: str) -> None:
    literal_address(host)


@given(st.ip_addresses(v=4))
def test_an_address_is_as_private_in_every_disguise(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    disguises = (number + prefix for prefix in (0xFFFF << 32, 0xFFFF << 48, 0x64_FF9B << 96))
    assert {reach(ipaddress.IPv6Address(disguise)) for disguise in disguises} == {reach(address)}
    assert reach(ipaddress.IPv6Address(0x2002 << 112 | number << 80)) is reach(address)
    compatible = ipaddress.IPv6Address(number)
    assert number < 2 or reach(compatible) is reach(address)
