"""What the tests of the practice site share."""

import pytest

from support import network


@pytest.fixture
def free_port() -> int:
    """A port that nobody listens on."""
    return network.free_port()
