"""Imports point down only, as the map of the rooms says; read from the source, also those inside functions."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "moviescrape"

FLOOR = {"errors", "movie", "page", "settings", "refusal"}
MIDDLE = {"sources", "fetch", "parse", "table", "export"}
PIPELINE = {"api", "pipeline", "job", "fetching", "crawl", "saved", "report"}

MAY_IMPORT: dict[str, set[str]] = {
    **dict.fromkeys(FLOOR | MIDDLE | {"practice"}, FLOOR),
    **dict.fromkeys(PIPELINE | {"archive"}, FLOOR | MIDDLE | PIPELINE),
    "assignments": FLOOR | MIDDLE | PIPELINE | {"archive", "practice"},
    "check": FLOOR | MIDDLE | PIPELINE | {"archive", "practice", "assignments"},
    "cli": FLOOR | MIDDLE | PIPELINE | {"archive", "practice", "assignments", "check"},
    "__main__": {"cli"},
    "__init__": FLOOR | MIDDLE | PIPELINE,  # the public names
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def _imported_rooms(path: Path) -> Iterator[str]:
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


@pytest.mark.parametrize("path", MODULES, ids=[path.relative_to(PACKAGE).as_posix() for path in MODULES])
def test_imports_point_down(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    above = set(_imported_rooms(path)) - MAY_IMPORT[room] - {room, "__version__"}
    assert not above, f"{room} must not import {', '.join(sorted(above))}"
