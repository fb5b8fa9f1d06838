"""Imports point down only: each package imports itself and what stands below it. Read from the source, also inside functions."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.paths import PACKAGE

BASE = {"_version", "errors", "movie", "settings"}
LIBRARY = BASE | {"pages", "fetch", "parse", "table", "export"}

MAY_IMPORT: dict[str, set[str]] = {
    **{module: set() for module in BASE},
    "pages": BASE,
    "practice": BASE,
    "fetch": BASE | {"pages"},
    "parse": BASE | {"pages", "table"},  # a page's movies as a frame, where it is asked for
    "table": BASE,
    "export": BASE | {"table"},
    "pipeline": LIBRARY,
    "archive": LIBRARY | {"pipeline"},
    "library": LIBRARY | {"pipeline"},
    "assignments": LIBRARY | {"pipeline", "practice"},
    "check": LIBRARY | {"practice", "assignments"},
    "cli": LIBRARY | {"pipeline", "archive", "practice", "assignments", "check"},
    "__main__": {"cli"},
    "__init__": LIBRARY | {"pipeline", "library", "practice"},  # the public names
}
"""By package (or module of the root), what it may import besides itself."""

MAX_AT_THE_TOP = 18
"""Packages and modules that somebody who is new here has to tell apart first."""


def _files_of(package: str) -> list[Path]:
    folder = PACKAGE / package
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{package}.py"]


def _imported_packages(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}, line {node.lineno}: imports are absolute"
            names = [node.module or ""]
            names += [f"{node.module}.{name.name}" for name in node.names] if node.module == "moviescrape" else []
        elif isinstance(node, ast.Import):
            names = [name.name for name in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("moviescrape."))


def test_every_package_has_its_place() -> None:
    found = {
        path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert found == set(MAY_IMPORT)
    assert len(found) <= MAX_AT_THE_TOP


@pytest.mark.parametrize("package", sorted(MAY_IMPORT))
def test_imports_point_down(package: str) -> None:
    allowed = MAY_IMPORT[package] | {package}
    upwards = [
        f"{path.relative_to(PACKAGE)}: {name}" for path in _files_of(package) for name in set(_imported_packages(path)) - allowed
    ]
    assert not upwards, "\n".join(upwards)
