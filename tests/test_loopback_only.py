"""No test reaches past this machine: what conftest.py puts around every test holds."""

import socket

import pytest


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1"])
def test_an_address_off_this_machine_fails_the_test(address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        for connect in (probe.connect, probe.connect_ex):
            with pytest.raises(pytest.fail.Exception, match=f"tried to reach {address}"):
                connect((address, 80))


def test_loopback_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()
