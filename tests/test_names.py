"""One word for one thing: a class is defined in one file, a file's name means one thing, and no file or function is long."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.paths import PACKAGE

FILES = sorted(PACKAGE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}

STEMS_TWICE = {"drift", "explain", "homepage", "merge", "pages", "site"}
"""Files of one name in two packages: a command of `cli/commands` and what it calls, and `assignments/site`, for hand-ins."""
MAX_LINES = 300
LONG_FILES = {"pages/store.py"}
"""None should be added."""


def _found_twice(named: Iterator[tuple[str, Path]]) -> dict[str, list[str]]:
    found = defaultdict(set)
    for name, path in named:
        found[name].add(str(path.relative_to(PACKAGE)))
    return {name: sorted(paths) for name, paths in found.items() if len(paths) > 1}


def test_a_class_is_defined_in_one_file() -> None:
    classes = ((node.name, path) for path, tree in TREES.items() for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    assert _found_twice(classes) == {}


def test_a_file_name_means_one_thing() -> None:
    stems = ((path.stem, path) for path in FILES if not path.stem.startswith("__"))
    assert {stem: paths for stem, paths in _found_twice(stems).items() if stem not in STEMS_TWICE} == {}


def test_no_file_is_long() -> None:
    lines = {str(path.relative_to(PACKAGE)): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name: count for name, count in lines.items() if count > MAX_LINES and name not in LONG_FILES} == {}


def _modules_named(package: Path) -> set[str]:
    """Return the first words of the lines of a package's docstring that list its files: a name, two blanks, what it holds."""
    listed = (ast.get_docstring(TREES[package / "__init__.py"]) or "").splitlines()
    names = [line.partition("  ")[0] for line in listed if "  " in line.strip() and line[:1].isalpha()]
    words = (each.strip().removesuffix(".py") for name in names for each in name.split(","))
    return {word for word in words if word.isidentifier()}


@pytest.mark.parametrize(
    "package", sorted({path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()} - {"check"})
)
def test_a_package_names_files_that_it_has(package: str) -> None:
    folder = PACKAGE / package
    assert {
        name for name in _modules_named(folder) if not (folder / name).is_dir() and not (folder / f"{name}.py").exists()
    } == set()
