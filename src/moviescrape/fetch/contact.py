"""Who we are, in every request: project, version, and where to complain."""

import re

from moviescrape._version import __version__
from moviescrape.errors import MissingContact, UsageError
from moviescrape.errors.remedies import Remedy
from moviescrape.fetch.guards import is_loopback
from moviescrape.fetch.robots import AGENT

_CONTACT = re.compile(r"[\x21-\x7e]+@[\x21-\x7e]+|https?://[\x21-\x7e]+")


def user_agent(contact: str | None) -> str:
    """Return the User-Agent header. Raise UsageError where `contact` is none.

    >>> user_agent("https://library.example/bot").startswith("moviescrape/")
    True
    """
    if contact is None:
        return f"{AGENT}/{__version__}"
    if not _CONTACT.fullmatch(contact):
        raise UsageError("a contact is a mail address or a URL, without spaces", where=repr(contact), remedy=Remedy.GIVE_CONTACT)
    return f"{AGENT}/{__version__} (+{contact})"


def may_ask(contact: str | None, host: str) -> bool:
    """Return whether `host` (without port) is this machine, or we say who we are."""
    return contact is not None or is_loopback(host)


def check_contact(contact: str | None, host: str) -> None:
    """Raise MissingContact unless we may ask `host` (without port)."""
    if not may_ask(contact, host):
        raise MissingContact(
            "a site must be able to reach whoever asks for its pages",
            where=host,
            remedy=Remedy.GIVE_CONTACT,
        )
