"""robots.txt as RFC 9309 has it: from bytes to rules, and from rules to yes or no.

Only robots.txt is read here. `X-Robots-Tag` and `<meta name="robots">` speak to indexes that publish what they found; a table
made for its reader is none, so they are not looked at.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from moviescrape.fetch.request_url import normalize_target, percent_encode

AGENT = "moviescrape"
"""Our product token (RFC 9309 2.2.1)."""

MAX_ROBOTS_BYTES = 500 * 1024
"""What is read of a robots.txt; the least that RFC 9309 2.5 asks for."""

_EOL = re.compile(r"\r\n|\r|\n")
_TOKEN = re.compile(r"[A-Za-z_-]+")
_TARGET = re.compile(r"(?:[^:/?#]+:)?(?://[^/?#]*)?([^#]*)")
_LEADING_NUMBER = re.compile(r"\d+(?:\.\d*)?")
_AGENT_KEYS = {"user-agent", "useragent", "user agent"}
_DELAY_KEYS = {"crawl-delay", "crawl delay"}
_RULE_KEYS = {"allow": True, "disallow": False, "dissallow": False, "disalow": False}


class RobotsRule(NamedTuple):
    """An Allow or Disallow line: `line` is its number in robots.txt, `text` what it says.

    `pieces` are the literal parts of its pattern between its `*`, as `to_comparable` writes them; `octets`, the pattern's
    length, decides between rules.
    """

    line: int
    text: str
    allow: bool
    octets: int
    pieces: tuple[str, ...]
    to_the_end: bool

    def matches(self, target: str) -> bool:
        """Return whether the pattern matches `target` from its first octet (2.2.2, 2.2.3); linear in the target's length."""
        first, *others = self.pieces
        if not target.startswith(first):
            return False
        at = len(first)
        for piece in others[:-1] if self.to_the_end else others:
            found = target.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        if not self.to_the_end:
            return True
        return target.endswith(others[-1]) and len(target) - len(others[-1]) >= at if others else at == len(target)


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules that count for us. `problem` says why robots.txt could not be read, which forbids everything (2.3.1.4)."""

    rules: tuple[RobotsRule, ...] = ()
    crawl_delay_s: float | None = None
    problem: str | None = None

    def allows(self, url: str) -> bool:
        """Return whether `url` may be asked for.

        >>> robots = read_robots(b"User-agent: *\\nDisallow: /stats\\nAllow: /stats/public")
        >>> robots.allows("https://movies.example/stats"), robots.allows("https://movies.example/stats/public")
        (False, True)
        """
        if _target_of(url) == "/robots.txt":
            return True  # 2.2.2: implicitly allowed
        return self.problem is None and self.forbidding_rule(url) is None

    def forbidding_rule(self, url: str) -> RobotsRule | None:
        """Return the rule that forbids `url`, None where no rule does.

        The longest matching rule decides, an Allow wins a tie, and no match allows (2.2.2).
        """
        target = _target_of(url)
        forms = {to_comparable(target), to_comparable(target, slashes_in_query=False)}
        deciding = next((rule for rule in self.rules if any(rule.matches(form) for form in forms)), None)
        return deciding if deciding and not deciding.allow else None


ALLOW_ALL = Robots()
"""For a robots.txt that isn't there: any 4xx (2.3.1.3)."""


def unreadable(problem: str) -> Robots:
    """Return what counts where robots.txt can't be reached (5xx, no answer): everything is forbidden (2.3.1.4)."""
    return Robots(problem=problem)


def read_robots(body: bytes, agent: str = AGENT) -> Robots:
    """Read the body of a robots.txt for `agent`. Lines that say nothing known are skipped, so that HTML allows all (2.3.1.5).

    >>> read_robots(b"User-agent: moviescrape\\nCrawl-delay: 2\\nDisallow:").crawl_delay_s
    2.0
    """
    groups = _read_groups(body)
    named = agent.lower() if any(agent.lower() in group.agents for group in groups) else "*"
    rules = [rule for group in groups if named in group.agents for rule in group.rules]
    delays = [delay_s for group in groups for agents, delay_s in group.delays if named in agents]
    return Robots(
        rules=tuple(sorted(rules, key=lambda rule: (-rule.octets, not rule.allow))),
        crawl_delay_s=max(delays, default=None),
    )


def to_comparable(target: str, *, wildcards: bool = False, slashes_in_query: bool = True) -> str:
    """Return a path and query, or with `wildcards` a rule's pattern, in the encoding in which the two are compared (2.2.2).

    Unreserved characters stand for themselves, all others are escaped: so a `*` or `$` of a URL meets a rule's `%2A` or
    `%24` (2.2.3), and `?u=https://a` a rule's `?u=https%3A%2F%2Fa`. A slash stays in the path, where an escaped one is
    another thing; in the query it stays on request, as a rule without `?` may mean it.

    >>> to_comparable("/%7eann/(ツ)$?a=b/c"), to_comparable("/*/%7e*?", wildcards=True)
    ('/~ann/%28%E3%83%84%29%24?a%3Db%2Fc', '/*/~*?')
    """
    path, mark, query = target.partition("?")
    kept = "*" if wildcards else ""
    return percent_encode(path, f"{kept}/") + mark + percent_encode(query, kept if slashes_in_query else f"{kept}/")


def _target_of(url: str) -> str:
    """Return the path and query of a URL in normal form."""
    found = _TARGET.match(url)
    return normalize_target(found[1] if found else "")


@dataclass(slots=True)
class _Group:
    """Agents and the rules that they share; each Crawl-delay with the agents of the lines right above it.

    A Crawl-delay is not in the RFC: it counts for the agent lines above it, and not for those that follow it, though they may
    share the rules.
    """

    agents: set[str] = field(default_factory=set)
    rules: list[RobotsRule] = field(default_factory=list)
    delays: list[tuple[frozenset[str], float]] = field(default_factory=list)
    has_rule_lines: bool = False
    _above: frozenset[str] = frozenset()
    _had_delay: bool = False

    def add_agent(self, token: str) -> None:
        self.agents.add(token)
        self._above = frozenset({token}) if self._had_delay else self._above | {token}
        self._had_delay = False

    def add_rule(self, number: int, pattern: str, *, allow: bool) -> None:
        self.has_rule_lines = True
        self.rules += _read_rule(number, pattern, allow=allow)

    def add_delay(self, value: str) -> None:
        self._had_delay = True
        self.delays += ((self._above, delay_s) for delay_s in _read_delay_s(value))


def _read_groups(body: bytes) -> list[_Group]:
    """Return the groups: User-agent lines share the rules that follow, and only a rule ends their naming (2.1, 2.2.4)."""
    groups: list[_Group] = []
    for number, key, value in _read_lines(body):
        if key in _AGENT_KEYS:
            if not groups or groups[-1].has_rule_lines:
                groups.append(_Group())
            groups[-1].add_agent(_read_token(value))
        elif key in _RULE_KEYS and groups:
            groups[-1].add_rule(number, value, allow=_RULE_KEYS[key])
        elif key in _DELAY_KEYS and groups:
            groups[-1].add_delay(value)
    return groups


def _read_lines(body: bytes) -> Iterator[tuple[int, str, str]]:
    """Yield number, key in lower case and value of the `key: value` lines, without comments.

    What lies beyond MAX_ROBOTS_BYTES is left out, and so is the line that is cut there: half a rule may say more than the
    whole. Octets that are no UTF-8 are kept, as a rule may be written in Latin-1.
    """
    text = body[:MAX_ROBOTS_BYTES].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    lines = _EOL.split(text)
    if len(body) > MAX_ROBOTS_BYTES:
        lines.pop()
    for number, line in enumerate(lines, 1):
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield number, key.strip().lower(), value.strip()


def _read_token(value: str) -> str:
    """Return the product token that a User-agent line names, in lower case (2.2.1); a version behind it doesn't count."""
    if value.startswith("*"):
        return "*"
    found = _TOKEN.match(value)
    return found[0].lower() if found else ""


def _read_rule(number: int, pattern: str, *, allow: bool) -> list[RobotsRule]:
    """Return one rule, or none: an empty pattern says nothing, and neither does one that no path can match."""
    text = f"{'Allow' if allow else 'Disallow'}: {pattern}"
    if not pattern.startswith(("/", "*")):
        pattern = f"/{pattern}" if pattern and not pattern.startswith("$") else ""
    if not pattern:
        return []
    to_the_end = pattern.endswith("$")
    pieces = re.split(r"\*+", to_comparable(pattern.removesuffix("$") if to_the_end else pattern, wildcards=True))
    return [RobotsRule(number, text, allow, _count_octets(pattern), tuple(pieces), to_the_end)]


def _count_octets(pattern: str) -> int:
    """Return the pattern's length as it would be written in ASCII."""
    return len(pattern) if pattern.isascii() else len(percent_encode(pattern, r"\x00-\x7f"))


def _read_delay_s(value: str) -> list[float]:
    """Return a Crawl-delay in seconds, or none: nonsense and negative values ask for nothing; `inf` is a value.

    >>> _read_delay_s("0,5"), _read_delay_s("10 seconds"), _read_delay_s("soon"), _read_delay_s("-1")
    ([0.5], [10.0], [], [])
    """
    number = value.replace(",", ".")
    leading = _LEADING_NUMBER.match(number)
    try:
        delay_s = float(number)
    except ValueError:
        delay_s = float(leading[0]) if leading else -1.0
    return [delay_s] if delay_s >= 0 else []
