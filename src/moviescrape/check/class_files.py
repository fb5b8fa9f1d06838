"""The submissions of a class, as course systems hand them out: a file, folder or .zip a student, in one folder or one .zip.

Names as they come from Canvas (`doejane_LATE_123_456_day5-1.py`), Moodle (`Jane Doe_123_assignsubmission_file_`) and Brightspace
(`123-456 - Jane Doe - Dec 8, 2023 1139 PM`) become the student's; several files of one student belong together.
"""

import re
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from moviescrape.check.days.day1_files import check_entry_name
from moviescrape.errors import SourceError

MAX_FILES, MAX_BYTES = 20_000, 2 * 2**30
"""How much a .zip may hold unpacked."""
SCRIPTS = (".py", ".ipynb", ".py.txt", ".ipynb.txt")
PROGRAMS = {
    **dict.fromkeys((3, 4, 5, 6, 7), "scraper"),
    8: "extract",
    9: "visualize_years",
    10: "crawler",
    11: "visualize_actors",
    12: "visualize_languages",
}
"""By day, what the course calls the program (`moviescrape assignment list`)."""

_CANVAS = re.compile(r"(?P<name>[^_]+)_(?P<late>LATE_)?\d+_\d+_(?P<file>.+)")
_MOODLE = re.compile(r"(?P<name>.+)_\d+_assignsubmission_(?:file|onlinetext)_?(?P<file>.*)")
_BRIGHTSPACE = re.compile(r"\d+-\d+ - (?P<name>.+?) - (?P<date>.+?(?:[AP]M|\d{3,4}))(?: - (?P<file>.+))?")
_AGAIN = re.compile(r"(?:-\d+|\s?\(\d+\))(?=(?:\.\w+)*$)")
"""What a course system or a browser adds to the name of a file that was handed in again."""


@dataclass(slots=True)
class Student:
    """A student's name and what was handed in: the files by the name they had, or one folder."""

    name: str
    files: dict[str, Path] = field(default_factory=dict)
    folder: Path | None = None
    late: bool = False


def find_students(folder: Path) -> list[Student]:
    """Return the students of a folder, by name. SourceError where there are none."""
    if not folder.is_dir():
        raise SourceError("no such folder", where=str(folder), remedy="name the folder with the submissions in it")
    students: dict[str, Student] = {}
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith((".", "_")) or entry.name.lower() in ("index.html", "thumbs.db", "desktop.ini"):
            continue
        name, file, late = read_entry_name(entry.name, is_folder=entry.is_dir())
        student = students.setdefault(name, Student(name))
        student.late |= late
        if entry.is_dir():
            student.folder = entry
        else:
            student.files[file] = entry
    if not students:
        raise SourceError("no submissions in it", where=str(folder), remedy="put a file or a folder for each student into it")
    return list(students.values())


def read_entry_name(entry: str, *, is_folder: bool = False) -> tuple[str, str, bool]:
    """Return the student's name, the name that the file had, and whether it came late.

    >>> read_entry_name("doejane_LATE_123_456_day5-1.py")
    ('doejane', 'day5.py', True)
    >>> read_entry_name("ana.py"), read_entry_name("123-456 - Jane Doe - Dec 8, 2023 1139 PM", is_folder=True)
    (('ana.py', 'ana.py', False), ('Jane Doe', '', False))
    """
    for pattern in (_CANVAS, _MOODLE, _BRIGHTSPACE):
        if found := pattern.fullmatch(entry):
            groups = found.groupdict()
            return groups["name"].strip(), _AGAIN.sub("", groups.get("file") or ""), bool(groups.get("late"))
    return entry, "" if is_folder else entry, False


def unpack(path: Path, folder: Path) -> None:
    """Unpack a .zip into a folder. SourceError for what is no .zip, is not safe, or holds too much."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > MAX_FILES or sum(entry.file_size for entry in entries) > MAX_BYTES:
                raise SourceError("the .zip holds too much", where=str(path), remedy="hand in the program alone")
            for entry in entries:
                check_entry_name(entry, path)
                _unpack_entry(archive, entry, folder)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise SourceError(
            f"the .zip can't be read ({error})", where=str(path), remedy="make it again, without a password"
        ) from None


def _unpack_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path) -> None:
    name = PurePosixPath(entry.filename.replace("\\", "/"))
    if any(part.startswith((".", "__MACOSX")) for part in name.parts):
        return
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry) as source, target.open("wb") as file:
        left = entry.file_size
        while left > 0 and (chunk := source.read(min(left, 2**20))):
            left -= len(chunk)
            file.write(chunk)


def gather(student: Student, folder: Path) -> Path:
    """Return a folder with all that a student handed in, .zip files unpacked; `folder` is used where need be."""
    if student.folder and not student.files and not any(student.folder.rglob("*.[zZ][iI][pP]")):
        return student.folder
    if student.folder:
        shutil.copytree(student.folder, folder, dirs_exist_ok=True)
    for name, path in student.files.items():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / PurePosixPath(name).name)
    for archive in [path for path in folder.rglob("*") if path.suffix.lower() == ".zip"]:
        unpack(archive, archive.with_suffix(""))
        archive.unlink()
    return folder


def choose_script(day: int, folder: Path) -> Path:
    """Return the script or notebook of a day: the only one, the one that names the day, or what the course calls it.

    SourceError where it can't be told which one is meant.
    """
    scripts = [path for path in sorted(folder.rglob("*")) if _is_script(path, folder)]
    for candidates in _narrower(day, folder, scripts):
        if len(candidates) == 1:
            return candidates[0]
    program = f" or {PROGRAMS[day]}.py" if day in PROGRAMS else ""
    raise SourceError(
        f"{len(scripts)} scripts, and none or several called day{day}.py{program}",
        where=str(folder),
        remedy="leave the one to be checked, or name it so",
    )


def _narrower(day: int, folder: Path, scripts: Sequence[Path]) -> Iterator[list[Path]]:
    """Return fewer and fewer of the scripts."""
    yield list(scripts)
    named = [path for path in scripts if _names_day(day, path.relative_to(folder))]
    program = PROGRAMS.get(day, "")
    for group in (named, scripts):
        yield list(group)
        yield [path for path in group if _stem(path) == program]
        yield [path for path in group if _stem(path) == program and path.suffix.lower() == ".py"]
        yield [path for path in group if not _stem(path).startswith(("helper", "test"))]
    yield [path for path in named if path.suffix.lower() == ".py"]


def _names_day(day: int, path: Path) -> bool:
    text = re.sub(r"[\s_.-]", "", path.as_posix().lower())
    return bool(re.search(rf"(?:day|dag|assignment|opdracht|week)0*{day}(?!\d)", text))


def _stem(path: Path) -> str:
    return _AGAIN.sub("", path.name.lower()).split(".")[0]


def _is_script(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "__")) for part in path.relative_to(folder).parts)
    return path.is_file() and path.name.lower().endswith(SCRIPTS) and not hidden
