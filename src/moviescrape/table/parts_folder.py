"""A table in parts: the folder that `moviescrape parse ARCHIVES --out DIR` fills, a file for each part.

Beside the parts, `manifest.jsonl` says which there are; its last line says that there will be no more.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from moviescrape.errors import SourceError

MANIFEST = "manifest.jsonl"


def is_parts_folder(folder: Path) -> bool:
    """Return whether the folder has a manifest of parts; one of another program has no plan in its first line."""
    manifest = folder / MANIFEST
    return manifest.is_file() and "plan" in next(_read_lines(manifest), {})


def list_parts(folder: Path) -> list[Path]:
    """Return the files of a finished table, in order. Raise SourceError where parts are still to come, or one is gone."""
    lines = list(_read_lines(folder / MANIFEST))
    if not lines or not lines[-1].get("finished"):
        what = f"a table whose parts are not all written (as {MANIFEST} says)"
        raise SourceError(what, where=str(folder), remedy="run the command that writes it again: it goes on where it stopped")
    parts = [folder / Path(str(line["name"])).name for line in lines if "name" in line]
    for part in parts:
        if not part.is_file():
            what = f"its part {part.name} is missing"
            raise SourceError(what, where=str(folder), remedy="run the command that writes it again: it makes what is missing")
    return parts


def _read_lines(manifest: Path) -> Iterator[dict[str, Any]]:
    """Yield what each line says; {} for one that a crash left half written."""
    with manifest.open("rb") as file:
        for line in file:
            try:
                said = json.loads(line)
            except ValueError:
                said = None
            yield said if isinstance(said, dict) else {}
