"""JSON and JavaScript literals as pages really write them: a broken piece costs itself, the rest is read.

Forgiven: comments, CDATA marks, trailing, doubled and missing commas, raw line breaks and control characters in strings, single
quotes and backticks, bare keys, `NaN`, `undefined` and other expressions (they give None), unescaped quotes, `\\x27`, a backslash
before any letter, half a surrogate pair, several values in one script, a script that is cut off. All work is linear in the text.
"""

import html
import re
from collections.abc import Iterator
from typing import TypeVar

import msgspec

T = TypeVar("T")

_SYNTAX_ERRORS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

_MAX_DEPTH = 100
"""What nests deeper is skipped: data about movies nests to 20 or so."""


def decode_lenient(content: bytes) -> object:
    """Return the value of a script: of several in one script a list of them; None where there is none.

    >>> decode_lenient(b'var a = {title: "Heat", year: 1995,}; // ok'), decode_lenient(b"{'a': NaN, 'b': 'It\\\\'s'}")
    ({'title': 'Heat', 'year': 1995}, {'a': None, 'b': "It's"})
    """
    try:
        return msgspec.json.decode(content)
    except _SYNTAX_ERRORS:
        values = list(find_literals(content))
    return values[0] if len(values) == 1 else values or None


def decode_as(kind: type[T], content: bytes) -> T | None:
    """Return the value of a script as a msgspec type, mended where its syntax is broken; None where it has another shape."""
    try:
        return msgspec.json.decode(content, type=kind, strict=False)
    except msgspec.ValidationError:
        return None
    except _SYNTAX_ERRORS:
        pass
    try:
        return msgspec.convert(decode_lenient(content), kind, strict=False)
    except msgspec.ValidationError:
        return None


def find_literals(script: bytes) -> Iterator[object]:
    """Yield the object and array literals of a script, outermost only: JSON, assigned values, arguments, `JSON.parse("...")`."""
    text = script.decode("utf-8", "replace")
    if "&quot;" in text and '"' not in text:
        text = html.unescape(text)
    before, at = "", 0
    while found := _CODE.match(text, at):
        token, at = found[0], found.end()
        if token in ("{", "[") and not _opens_code(token, before):
            reader = _Reader(text, found.start())
            if value := reader.read_value():
                yield value
            at = reader.at
        elif before == "JSON.parse(" and found["string"]:
            yield from find_literals(_unescape(token[1:-1]).encode())
        before = before if found["noise"] else token


_CODE = re.compile(
    r"""(?P<noise>[\s\ufeff]++|//\s*+<!\[CDATA\[|//[^\n]*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/)?+|<!--|-->|<!\[CDATA\[)
    |(?P<string>"(?:[^"\\\n]|\\.)*+["\n]?+|'(?:[^'\\\n]|\\.)*+['\n]?+|`(?:[^`\\]|\\.)*+`?+)
    |JSON\.parse\(|=>|[\w$]++|.""",
    re.DOTALL | re.VERBOSE,
)
"""One token of a script outside of literals."""


def _opens_code(bracket: str, before: str) -> bool:
    """Return whether a bracket opens a block of code or an index, by the token before it."""
    if before == "return":
        return False
    is_name = bool(re.match(r"[\w$]", before))
    return is_name or before in ((")", "=>") if bracket == "{" else (")", "]"))


_NOISE = re.compile(r"(?:[\s\ufeff]++|//[^\n]*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/)?+)*+")
_BODIES = {quote: re.compile(rf"(?:[^{quote}\\]|\\.)*+", re.DOTALL) for quote in "\"'`"}
_NAME = re.compile(r"[\w$@.-]++")
_KEY = r"""(?:"(?:[^"\\\n]|\\.){0,200}+"|'(?:[^'\\\n]|\\.){0,200}+'|[\w$]{1,200}+)\s*+:"""
_AFTER_KEY = re.compile(r"\s*+:")
_AFTER_MEMBER = re.compile(rf"\s*+(?:\Z|[}}\]]|/[/*]|,?+\s*+(?:[}}\]]|/[/*]|{_KEY}))")
_AFTER_ELEMENT = re.compile(r"""\s*+(?:\Z|[}\]]|/[/*]|,\s*+(?:["'`{\[}\],\d-]|/[/*]|null|true|false))""")
"""What follows the quote that ends a string; where anything else follows, the quote is part of it."""
_SCALAR = re.compile(
    r"(?:(true|!0)|(false|!1)|(0x[\da-fA-F]{1,13})|([+-]?+(?:\d{1,300}+(?:\.\d{0,300}+)?+|\.\d{1,300}+)(?:[eE][+-]?+\d{1,3}+)?+))"
    r"(?=[\s,}\]/;]|\Z)"
)
_CODE_MARK = re.compile(r"""["'`]|[(\[{]|[)\]}]|,|//[^\n]*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/)?+""")


class _Reader:
    """Reads one literal of `text`, from the place `at` on."""

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.at = at

    def read_value(self, after_string: re.Pattern[str] = _AFTER_ELEMENT, depth: int = 0) -> object:
        """Read a value and stop behind it; None for what is no literal."""
        mark = self._next()
        if mark == "{" and depth < _MAX_DEPTH:
            return self._read_object(depth)
        if mark == "[" and depth < _MAX_DEPTH:
            return self._read_array(depth)
        if mark in ('"', "'", "`") and mark:
            return self._read_string(after_string)
        scalar = _SCALAR.match(self.text, self.at)
        if scalar:
            self.at = scalar.end()
            return _scalar(scalar)
        self._skip_expression()
        return None

    def _next(self) -> str:
        """Pass white space and comments; return the character there, empty at the end."""
        noise = _NOISE.match(self.text, self.at)
        self.at = noise.end() if noise else self.at
        return self.text[self.at : self.at + 1]

    def _read_object(self, depth: int) -> dict[str, object]:
        members: dict[str, object] = {}
        self.at += 1
        while (mark := self._next()) not in ("", "}", "]"):
            name = self._read_key(mark)
            if name is None:
                self.at += 1
            elif self._next() == ":":
                self.at += 1
                members[name] = self.read_value(_AFTER_MEMBER, depth + 1)
            else:  # a method, a spread, a shorthand
                self._skip_expression()
        self.at += mark == "}"  # a `]` closes what is around this object, which was never closed
        return members

    def _read_key(self, mark: str) -> str | None:
        if mark in ('"', "'"):
            return self._read_string(_AFTER_KEY)
        name = _NAME.match(self.text, self.at)
        if name:
            self.at = name.end()
        return name[0] if name else None

    def _read_array(self, depth: int) -> list[object]:
        elements: list[object] = []
        self.at += 1
        while (mark := self._next()) not in ("", "}", "]"):
            if mark == ",":
                self.at += 1
            else:
                elements.append(self.read_value(_AFTER_ELEMENT, depth + 1))
        self.at += mark == "]"
        return elements

    def _read_string(self, after: re.Pattern[str]) -> str | None:
        """Read a string up to the quote behind which a string can end; None where the script is cut off in it."""
        quote, start, end = self.text[self.at], self.at + 1, self.at
        while end < len(self.text):
            body = _BODIES[quote].match(self.text, end + 1)
            end = body.end() if body else len(self.text)
            if end < len(self.text) and after.match(self.text, end + 1):
                self.at = end + 1
                return _unescape(self.text[start:end])
        self.at = len(self.text)
        return None

    def _skip_expression(self) -> None:
        """Pass all up to the comma or bracket that ends a value, over strings, comments and what brackets hold."""
        depth = 0
        while found := _CODE_MARK.search(self.text, self.at):
            mark = found[0]
            if depth == 0 and mark in (",", "}", "]"):
                self.at = found.start()
                return
            depth = max(0, depth + (mark in ("(", "[", "{")) - (mark in (")", "]", "}")))
            body = _BODIES[mark].match(self.text, found.end()) if mark in _BODIES else None
            self.at = body.end() + 1 if body else found.end()
        self.at = len(self.text)


def _scalar(found: re.Match[str]) -> object:
    true, false, hexadecimal, number = found.groups()
    if true or false:
        return bool(true)
    if hexadecimal:
        return int(hexadecimal, 16)
    return int(number) if number.lstrip("+-").isdecimal() else float(number)


_ESCAPE = re.compile(r"\\(?:u([\da-fA-F]{4})|u\{([\da-fA-F]{1,5})\}|x([\da-fA-F]{2})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""} | {c: c for c in "\"'`\\/"}
_CONTROLS = {code: " " for code in range(32) if chr(code) not in "\t\n\r"}


def _unescape(body: str) -> str:
    r"""Return a string's text; a backslash before a letter that starts no escape is a backslash.

    >>> _unescape(r"AC\DC \x26 Ren\u00e9 \ud83d!")
    'AC\\DC & René �!'
    """
    body = body.translate(_CONTROLS)
    if "\\" in body:
        body = _ESCAPE.sub(_escaped, body)
        # joins the halves of surrogate pairs, and replaces those that stand alone
        body = body.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return body


def _escaped(found: re.Match[str]) -> str:
    four, braced, two, other = found.groups()
    code = four or braced or two
    return chr(int(code, 16)) if code else _ESCAPED.get(other, found[0])
