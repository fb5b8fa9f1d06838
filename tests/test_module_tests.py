"""Each module with logic has a test file of its name, or one that imports it: it can be found where it is tested."""

import ast
from collections.abc import Iterator

from support.paths import ROOT

WAITING = ROOT / "tests" / "support" / "untested_modules.txt"
"""Modules that only tests of other modules run. Lines may be taken out, and none is put in."""


def _trees(folder: str, pattern: str) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / folder).rglob(pattern)):
        name = ".".join(path.relative_to(ROOT / folder).with_suffix("").parts)
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def modules_with_logic() -> set[str]:
    """Return the modules of the package that define a function; what a package's face holds is tested by its modules."""
    return {
        name
        for name, tree in _trees("src", "*.py")
        if any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree)) and not name.endswith("__")
    }


def imported_by_tests() -> set[str]:
    """Return the modules that test files import, with the names that they take from them."""
    found: set[str] = set()
    for _, tree in _trees("tests", "test_*.py"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                found |= {each.name for each in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return found


def test_each_module_has_a_test_but_for_those_that_wait() -> None:
    waiting = set(WAITING.read_text(encoding="utf-8").split())
    files = {path.stem.removeprefix("test_") for path in (ROOT / "tests").rglob("test_*.py")}
    untested = {name for name in modules_with_logic() - imported_by_tests() if name.rpartition(".")[2] not in files}
    assert untested - waiting == set(), "write a test file for it"
    assert waiting - untested == set(), "it has a test, or is gone: take its line out"
