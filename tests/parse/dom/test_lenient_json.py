"""Broken JSON costs its own piece; JavaScript literals are read; the work is linear."""

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from moviescrape.parse.dom.lenient_json import decode_as, decode_lenient, find_literals

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ('{"a": 1,}', {"a": 1}),
        ('{"a": [1, 2,], "b": {},}', {"a": [1, 2], "b": {}}),
        ('{"a": 1,, "b": 2}', {"a": 1, "b": 2}),
        ('{"a": "x" "b": 2}', {"a": "x", "b": 2}),
        ('{"a": [1, 2}', {"a": [1, 2]}),
        ('[{"a": 1], 2', [{"a": 1}]),
        ('{"a": "one\ntwo\tthree"}', {"a": "one\ntwo\tthree"}),
        ('{"a": "bell\x07"}', {"a": "bell "}),
        (r'{"a": "AC\DC"}', {"a": r"AC\DC"}),
        (r'{"a": "It\'s", "b": "\x27q\x27"}', {"a": "It's", "b": "'q'"}),
        (r'{"a": "caf\u00e9 \ud83c\udfac"}', {"a": "café 🎬"}),
        (r'{"a": "half \ud83d", "b": 1}', {"a": "half �", "b": 1}),
        (r'{"a": "half \udfac", "b": 1}', {"a": "half �", "b": 1}),
        (r'{"a": "\u12", "b": 1}', {"a": r"\u12", "b": 1}),
        ('{"a": NaN, "b": undefined, "c": -Infinity, "d": 1}', {"a": None, "b": None, "c": None, "d": 1}),
        ('{"a": new Date(2020, 1, 2), "b": f({x: "}"}), "c": 1}', {"a": None, "b": None, "c": 1}),
        ('{"a": function () { return {"b": 2}; }, "c": 1}', {"a": None, "c": 1}),
        ("{a: !0, b: !1, c: void 0, d: .5, e: 0x1F, $f: +2}", {"a": True, "b": False, "c": None, "d": 0.5, "e": 31, "$f": 2}),
        ("{'a': 'x', \"b\": `y`, c: 'it\\'s'}", {"a": "x", "b": "y", "c": "it's"}),
        ("{a, b: 1, ...rest, go() { return 2 }, c: 3}", {"b": 1, "c": 3}),
        ('{/* x */ "a": /* y */ 1, // z\n "b": "http://x/"}', {"a": 1, "b": "http://x/"}),
        ('{"a": "the "grey" one", "b": 1}', {"a": 'the "grey" one', "b": 1}),
        ('{"a": "they say "hi", and go", "b": 1}', {"a": 'they say "hi", and go', "b": 1}),
        ('["one "two" three", "four"]', ['one "two" three', "four"]),
        ('{"a": 1}{"b": 2}', [{"a": 1}, {"b": 2}]),
        ('{"a": 1},\n{"b": 2}', [{"a": 1}, {"b": 2}]),
        ('{"a": 1};', {"a": 1}),
        ('//<![CDATA[\n{"a": 1};\n//]]>', {"a": 1}),
        ('/* <![CDATA[ */ {"a": 1}; /* ]]> */', {"a": 1}),
        ('<!-- {"a": 1} -->', {"a": 1}),
        ("<![CDATA[{a: 1}]]>", {"a": 1}),
        ("{&quot;a&quot;: &quot;R&amp;B&quot;}", {"a": "R&B"}),
        ('\ufeff{"a": 1}\0', {"a": 1}),
        ('{"a": 1, "b": "cut he', {"a": 1, "b": None}),
        ('{"a": [{"b": 1}, {"c": ', {"a": [{"b": 1}, {"c": None}]}),
        ("var Events = {a: 'x', list: [{n: 1}, {n: 2}]};\nvar b = 3;", {"a": "x", "list": [{"n": 1}, {"n": 2}]}),
        ("window.A = {a: 1}; window.B = [2];", [{"a": 1}, [2]]),
        ("(function () { if (x) { y[0] = 1; } window.A = {a: 1}; })();", {"a": 1}),
        ("load({a: 1}, [2, 3])", [{"a": 1}, [2, 3]]),
        (r"""window.S = JSON.parse("{\"a\": \"it's\"}");""", {"a": "it's"}),
        (r"""window.S = JSON.parse('{"a": "say \\"hi\\""}');""", {"a": 'say "hi"'}),
        ('{"a": 1, "__proto__": 2, 7: 3}', {"a": 1, "__proto__": 2, "7": 3}),
        ("no data here", None),
        ("", None),
        ("{", None),
        ('"', None),
        ("[]", []),
    ],
)
def test_scripts(script: str, value: object) -> None:
    assert decode_lenient(script.encode()) == value


def test_bytes_that_are_no_utf8() -> None:
    assert decode_lenient(b'{"a": "caf\xe9", "b": 1}') == {"a": "caf\ufffd", "b": 1}


@given(JSON.filter(lambda value: isinstance(value, (dict, list)) and bool(value)))
def test_valid_json_reads_the_same_with_a_trailing_comma(value: Any) -> None:
    text = json.dumps([value])
    assert decode_lenient(f"{text[:-1]},]".encode()) == [value]


@given(st.text(max_size=200), st.binary(max_size=200))
def test_nothing_raises(text: str, raw: bytes) -> None:
    decode_lenient(text.encode("utf-8", "surrogatepass"))
    decode_lenient(b"{" + raw)
    list(find_literals(b"a = [" + raw))


@pytest.mark.parametrize("text", ["[" * 50_000, '{"a":' * 50_000, "{a:[" * 20_000 + "]}" * 20_000])
def test_deep_nesting_is_passed_over(text: str) -> None:
    decode_lenient(text.encode())


class _Film(msgspec.Struct):
    name: str
    year: int | None = None


def test_typed() -> None:
    assert decode_as(_Film, b'{"name": "Heat", "year": 1995}') == _Film("Heat", 1995)
    assert decode_as(_Film, b'{"name": "Heat\\ud83d", "year": undefined}') == _Film("Heat\ufffd")
    assert decode_as(_Film, b'{"title": "Heat"}') is None
    assert decode_as(_Film, b'{"title": "Heat",}') is None
