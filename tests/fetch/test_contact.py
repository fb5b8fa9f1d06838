"""Who asks is said in every request, and nobody off this machine is asked by somebody without a name."""

import pytest

from moviescrape import __version__
from moviescrape.errors import MissingContact, UsageError
from moviescrape.fetch.contact import check_contact, user_agent


@pytest.mark.parametrize("contact", ["me@example.org", "https://example.org/bot?x=1", "http://example.org"])
def test_a_contact_stands_in_the_user_agent(contact: str) -> None:
    assert user_agent(contact) == f"moviescrape/{__version__} (+{contact})"


@pytest.mark.parametrize(
    "contact", ["", "me", "me@example.org\r\nX: y", "a b@example.org", "ftp://example.org", "jürgen@example.org"]
)
def test_what_is_no_contact_or_would_break_the_header_is_refused(contact: str) -> None:
    with pytest.raises(UsageError, match="mail address or a URL"):
        user_agent(contact)


def test_without_a_contact_only_this_machine_is_asked() -> None:
    assert user_agent(None) == f"moviescrape/{__version__}"
    for host in ("localhost", "movies.localhost", "127.0.0.1", "::1"):
        check_contact(None, host)
    for host in ("movies.example", "10.0.0.1", "localhost.example"):
        with pytest.raises(MissingContact, match=f"{host}.*contact="):
            check_contact(None, host)
        check_contact("me@example.org", host)
