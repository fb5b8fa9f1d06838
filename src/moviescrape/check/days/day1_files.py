"""The files of a web site that was handed in as a folder or a .zip: read into memory, nothing is unpacked to disk."""

import stat
import zipfile
from pathlib import Path, PurePosixPath

from moviescrape.errors import SourceError

MOST_FILES = 500
MOST_BYTES = 50 * 2**20
"""Far above what the assignment allows, so that a site which is too large is told so, and a bomb does no harm."""

SiteFiles = dict[str, bytes]


def read_site(path: Path) -> SiteFiles:
    """Return the content of each file by its path within the site. SourceError for what is no site, or is not safe to open."""
    if path.is_dir():
        files = _read_folder(path)
    elif zipfile.is_zipfile(path):
        files = _read_zip(path)
    elif path.exists():
        raise SourceError(
            "neither a folder nor a .zip", where=str(path), remedy="hand in the folder of the site, or a .zip of it"
        )
    else:
        raise SourceError("no such file or folder", where=str(path), remedy="check the path")
    return _without_common_folder({name: content for name, content in files.items() if not _is_hidden(name)})


def _read_folder(path: Path) -> SiteFiles:
    files: SiteFiles = {}
    left = MOST_BYTES
    for file in sorted(path.rglob("*")):
        if file.is_symlink() or not file.is_file():
            continue
        left -= file.stat().st_size
        _check_limits(len(files), left, path)
        files[file.relative_to(path).as_posix()] = file.read_bytes()
    return files


def _read_zip(path: Path) -> SiteFiles:
    files: SiteFiles = {}
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                if entry.is_dir():
                    continue
                check_entry_name(entry, path)
                with archive.open(entry) as stream:
                    content = stream.read(left + 1)
                left -= len(content)
                _check_limits(len(files), left, path)
                files[entry.filename.replace("\\", "/")] = content
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise SourceError(
            f"the .zip can't be read ({error})", where=str(path), remedy="make it again, without a password"
        ) from None
    return files


def check_entry_name(entry: zipfile.ZipInfo, path: Path) -> None:
    """Raise SourceError where an entry points out of its folder, or is a link."""
    name = entry.filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    if name.startswith("/") or ".." in parts or ":" in parts[0] or stat.S_ISLNK(entry.external_attr >> 16):
        raise SourceError(f"the .zip holds an unsafe path ({entry.filename!r})", where=str(path), remedy="zip the folder itself")


def _check_limits(files: int, left: int, path: Path) -> None:
    if files >= MOST_FILES or left < 0:
        raise SourceError(
            f"more than {MOST_FILES} files or {MOST_BYTES // 2**20} MB unpacked",
            where=str(path),
            remedy="hand in the site alone, at most 5 MB",
        )


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)


def _without_common_folder(files: SiteFiles) -> SiteFiles:
    """Remove the one folder that holds everything, as a .zip often has it."""
    tops = {name.partition("/")[0] for name in files}
    if len(tops) == 1 and all("/" in name for name in files):
        return {name.partition("/")[2]: content for name, content in files.items()}
    return files
