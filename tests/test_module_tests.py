"""Each module with logic has a test file of its name, or one that imports it: it can be found where it is tested."""

import ast
from collections.abc import Iterator

from support.paths import ROOT

WAITING = ROOT / "tests" / "support" / "untested_modules.txt"
"""Modules that only tests of other modules run."""
MAX_WAITING = 105
"""May only be made less."""


def _trees(folder: str, pattern: str) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / folder).rglob(pattern)):
        name = ".".join(path.relative_to(ROOT / folder).with_suffix("").parts)
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def modules_with_logic() -> set[str]:
    """Return the modules of the package that define a function; what a package's face holds is tested by its modules."""
    return {
        name
        for name, tree in _trees("src", "*.py")
        if any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(tree)) and not name.endswith("__")
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


def named_by_tests() -> set[str]:
    """Return the modules whose name a test file bears, in the folder of the module's top package or below it."""
    files = {(path.relative_to(ROOT / "tests").parts[0], path.stem) for path in (ROOT / "tests").rglob("test_*.py")}
    return {name for name in modules_with_logic() if (name.split(".")[1], f"test_{name.rpartition('.')[2]}") in files}


def test_each_module_has_a_test_but_for_those_that_wait() -> None:
    waiting = set(WAITING.read_text(encoding="utf-8").split())
    untested = modules_with_logic() - imported_by_tests() - named_by_tests()
    assert untested - waiting == set(), "write a test file for it"
    assert waiting - untested == set(), "it has a test, or is gone: take its line out"
    assert len(waiting) == MAX_WAITING, "lower MAX_WAITING with each line that is taken out"
