"""What the collection of tests must hold to: two processes that share a run collect the same tests."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.paths import ROOT

CHANGING = {
    "now",
    "today",
    "utcnow",
    "time",
    "time_ns",
    "uuid1",
    "uuid4",
    "urandom",
    "token_bytes",
    "token_hex",
    "random",
    "getpid",
    "mkdtemp",
}


def _calls_at_import(node: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls that run when a test file is imported: not those inside functions, but those of their decorators."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Lambda):
            continue
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            for decorator in child.decorator_list:
                yield from _calls_at_import(ast.Expr(decorator))
            continue
        if isinstance(child, ast.Call):
            yield child
        yield from _calls_at_import(child)


def _changes(call: ast.Call) -> bool:
    """Say whether a call gives another value in another process: the clock, chance, and gzip's stamp of time."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name == "compress" and ast.unparse(call.func) == "gzip.compress":
        return not any(each.arg == "mtime" for each in call.keywords)
    return name in CHANGING


def changing_values(source: str) -> list[str]:
    """Return the calls of a test file that give its tests other names in each process."""
    return [ast.unparse(call) for call in _calls_at_import(ast.parse(source)) if _changes(call)]


def test_no_test_is_named_by_the_clock_or_by_chance() -> None:
    found: dict[Path, list[str]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        found[path.relative_to(ROOT)] = changing_values(path.read_text(encoding="utf-8"))
    assert {path: calls for path, calls in found.items() if calls} == {}


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("@mark.parametrize('packed', [gzip.compress(b'a')])\ndef test(packed): ...", 1),
        ("@mark.parametrize('packed', [gzip.compress(b'a', mtime=0)])\ndef test(packed): ...", 0),
        ("NOW = datetime.now()", 1),
        ("KEYS = [uuid4() for _ in range(3)]", 1),
        ("def test(): gzip.compress(b'a')", 0),
        ("PACK = lambda text: gzip.compress(text)", 0),
    ],
)
def test_the_rule_sees_what_it_must(source: str, count: int) -> None:
    assert len(changing_values(source)) == count
