"""robots.txt as RFC 9309 has it: from bytes to rules, and from rules to yes or no.

Only robots.txt is read here. `X-Robots-Tag` and `<meta name="robots">` speak to indexes that publish what they found; a table
made for its reader is none, so they are not looked at.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

AGENT = "moviescrape"
"""Our product token (RFC 9309 2.2.1)."""

MOST_BYTES = 500 * 1024
"""What is read of a robots.txt; the least that RFC 9309 2.5 asks for."""

_EOL = re.compile(r"\r\n|\r|\n")
_TOKEN = re.compile(r"[A-Za-z_-]+")
_AGENT_KEYS = {"user-agent", "useragent", "user agent"}
_RULE_KEYS = {"allow": True, "disallow": False, "dissallow": False, "disalow": False}
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


class RobotsRule(NamedTuple):
    """`parts` are the literal pieces of the path pattern between its `*`; `length` (octets) decides between rules."""

    length: int
    allow: bool
    parts: tuple[str, ...]
    to_the_end: bool

    def matches(self, path: str) -> bool:
        """Whether the pattern matches `path` from its first octet (2.2.2, 2.2.3); linear in the path's length."""
        if not path.startswith(self.parts[0]):
            return False
        at = len(self.parts[0])
        for part in self.parts[1:-1] if self.to_the_end else self.parts[1:]:
            found = path.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        if not self.to_the_end:
            return True
        last = self.parts[-1]
        return at == len(path) if len(self.parts) == 1 else path.endswith(last) and len(path) - len(last) >= at


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules that count for us. `problem` says why robots.txt could not be read, which forbids everything (2.3.1.4)."""

    rules: tuple[RobotsRule, ...] = ()
    crawl_delay_s: float | None = None
    problem: str | None = None

    def allows(self, url: str) -> bool:
        """Whether `url` may be asked for: the longest matching rule says, an Allow wins a tie, no match allows (2.2.2).

        >>> robots = read_robots(b"User-agent: *\\nDisallow: /stats\\nAllow: /stats/public")
        >>> robots.allows("https://movies.example/stats"), robots.allows("https://movies.example/stats/public")
        (False, True)
        """
        parts = urlsplit(url)
        path = normal_path(f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/")
        if path == "/robots.txt":
            return True  # 2.2.2: implicitly allowed
        if self.problem is not None:
            return False
        return next((rule.allow for rule in self.rules if rule.matches(path)), True)


ALLOW_ALL = Robots()
"""For a robots.txt that isn't there: any 4xx (2.3.1.3)."""


def unreadable(problem: str) -> Robots:
    """For a robots.txt that can't be reached: 5xx, no connection, a time-out. Everything is forbidden (2.3.1.4)."""
    return Robots(problem=problem)


def read_robots(body: bytes, agent: str = AGENT) -> Robots:
    """Read the body of a robots.txt for `agent`. Lines that say nothing known are skipped, so that HTML allows all (2.3.1.5).

    >>> read_robots(b"User-agent: moviescrape\\nCrawl-delay: 2\\nDisallow:").crawl_delay_s
    2.0
    """
    lines = _lines(body)
    groups = _groups(lines)
    ours = [group for group in groups if agent.lower() in group.agents] or [group for group in groups if "*" in group.agents]
    rules = [rule for group in ours for rule in group.rules]
    delays = [delay for group in ours for delay in group.delays_s]
    return Robots(
        rules=tuple(sorted(rules, key=lambda rule: (-rule.length, not rule.allow))),
        crawl_delay_s=max(delays, default=None),
    )


def normal_path(path: str) -> str:
    """Path or pattern in the form in which both are compared: octets beyond ASCII escaped, unreserved ones not (2.2.2).

    >>> normal_path("/foo/bar/ツ"), normal_path("/%7eann/%e3%83%84")
    ('/foo/bar/%E3%83%84', '/~ann/%E3%83%84')
    """
    if path.isascii() and "%" not in path:
        return path
    raw = re.sub(r"[^\x00-\x7f]+", lambda found: "".join(f"%{octet:02X}" for octet in found[0].encode()), path)
    return re.sub(r"%([0-9A-Fa-f]{2})", lambda found: _unescape(int(found[1], 16)), raw)


def _unescape(octet: int) -> str:
    return chr(octet) if octet in _UNRESERVED else f"%{octet:02X}"


class _Group:
    __slots__ = ("agents", "delays_s", "rules")

    def __init__(self) -> None:
        self.agents: set[str] = set()
        self.rules: list[RobotsRule] = []
        self.delays_s: list[float] = []


def _lines(body: bytes) -> list[tuple[str, str]]:
    """The `key: value` lines, keys in lower case, without comments; what lies beyond MOST_BYTES and its cut line are left out."""
    text = body[:MOST_BYTES].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    lines = _EOL.split(text)
    if len(body) > MOST_BYTES:
        lines.pop()  # half a rule may say more than the whole one
    pairs = (line.partition("#")[0].partition(":") for line in lines)
    return [(key.strip().lower(), value.strip()) for key, colon, value in pairs if colon]


def _groups(lines: list[tuple[str, str]]) -> list[_Group]:
    """Consecutive User-agent lines share the rules that follow; other lines don't end the group (2.1, 2.2.4)."""
    groups: list[_Group] = []
    naming = False  # are we among the User-agent lines of a group?
    for key, value in lines:
        if key in _AGENT_KEYS:
            if not naming:
                groups.append(_Group())
            naming = True
            groups[-1].agents.add(_token(value))
        elif key in _RULE_KEYS and groups:
            naming = False
            groups[-1].rules += _rules(value, allow=_RULE_KEYS[key])
        elif key in ("crawl-delay", "crawl delay") and groups:
            groups[-1].delays_s += _delay_s(value)
    return groups


def _token(value: str) -> str:
    """The product token that a User-agent line names, in lower case (2.2.1); a version behind it doesn't count."""
    if value.startswith("*"):
        return "*"
    found = _TOKEN.match(value)
    return found[0].lower() if found else ""


def _rules(pattern: str, *, allow: bool) -> list[RobotsRule]:
    """One rule, or none: an empty pattern says nothing, and neither does one that no path can match."""
    if not pattern.startswith(("/", "*")):
        pattern = f"/{pattern}" if pattern and not pattern.startswith("$") else ""
    if not pattern:
        return []
    to_the_end = pattern.endswith("$")
    normal = normal_path(pattern)
    parts = tuple(re.split(r"\*+", normal.removesuffix("$") if to_the_end else normal))
    return [RobotsRule(len(normal.encode()), allow, parts, to_the_end)]


def _delay_s(value: str) -> list[float]:
    """A Crawl-delay in seconds (not in the RFC, but sites ask for it); nonsense and negative values are none."""
    try:
        delay_s = float(value.replace(",", "."))
    except ValueError:
        return []
    return [delay_s] if 0 <= delay_s < float("inf") else []
