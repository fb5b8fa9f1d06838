"""Beginning a day, and running its model solution."""

import importlib
from importlib.resources import files
from pathlib import Path

from moviescrape.assignments.days import Day, find_day
from moviescrape.assignments.notebook import notebook_of_script
from moviescrape.assignments.samples import SampleFiles, sample_files
from moviescrape.errors import ExportError


def start_day(number: int, folder: Path, *, notebook: bool = False) -> list[Path]:
    """Write the day's template and its sample files into a folder that is made if need be; the paths written, template first.

    ExportError, and nothing written, where one of them is there already: work is never overwritten. A sample that is the
    same stays.
    """
    day = find_day(number)
    wanted = {folder / name: content for name, content in {**_template(day, notebook=notebook), **sample_files(number)}.items()}
    new = {path: content for path, content in wanted.items() if not _is_there(path, content)}
    try:
        for path, content in new.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(content)
    except OSError as error:
        raise ExportError(
            error.strerror or str(error), where=str(folder), remedy="name a folder that you may write to"
        ) from error
    return list(new)


def run_day(number: int) -> None:
    """Run the model solution, writing below output/, after those whose output it needs and that is not there yet.

    ExportError where a file can't be read or written.
    """
    try:
        for day in [*_unmet(find_day(number)), find_day(number)]:
            importlib.import_module(f"moviescrape.assignments.{day.module}").main([])
    except OSError as error:
        raise ExportError(
            error.strerror or str(error), where=str(error.filename or "output"), remedy="run it in a folder that you may write to"
        ) from error


def _unmet(day: Day) -> list[Day]:
    """Return the earlier days whose output is missing, in order."""
    missing = [find_day(need) for need in day.needs if not Path(f"output/day{need}.csv").exists()]
    return [unmet for need in missing for unmet in [*_unmet(need), need]]


def _template(day: Day, *, notebook: bool) -> SampleFiles:
    templates = files("moviescrape.assignments") / "templates"
    if day.number == 1:
        return {f"day1/{name}": (templates / "day1" / name).read_bytes() for name in ("index.html", "style.css")}
    script = (templates / f"day{day.number}.py").read_text(encoding="utf-8")
    if notebook:
        return {f"day{day.number}.ipynb": notebook_of_script(script).encode()}
    return {f"day{day.number}.py": script.encode()}


def _is_there(path: Path, content: bytes) -> bool:
    """Whether the very file is there already; ExportError where another one is."""
    try:
        same = path.read_bytes() == content
    except FileNotFoundError:
        return False
    except OSError as error:
        raise ExportError(error.strerror or str(error), where=str(path), remedy="name another folder") from error
    if same and path.suffix not in (".py", ".ipynb"):
        return True
    raise ExportError("is there already, and is not overwritten", where=str(path), remedy="name another folder")
