"""Files in object storage (`s3://`, `gs://`, ...), by fsspec. A whole result is told by a marker that is written last.

An object appears whole or not at all in most stores, but a result of several doesn't, and not every file system of fsspec's keeps
to it; so a reader looks for the marker.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from moviescrape.errors import ExportError, UsageError
from moviescrape.export.formats import require

_COLLAPSED = re.compile(r"([a-z][a-z0-9+.-]+):/+(.*)", re.IGNORECASE | re.DOTALL)
_LOCAL = frozenset({"file", "local"})


def address_of(path: Path) -> str | None:
    """Return the address that was meant where a path was made of one: `pathlib` leaves one of its slashes out; else None.

    >>> address_of(Path("s3://bucket/movies.csv")), address_of(Path("file:///tmp/movies.csv")), address_of(Path("movies.csv"))
    ('s3://bucket/movies.csv', 'file:///tmp/movies.csv', None)
    """
    found = _COLLAPSED.fullmatch(path.as_posix())
    if found is None:
        return None
    scheme = found[1].lower()
    return f"{scheme}:///{found[2]}" if scheme in _LOCAL else f"{scheme}://{found[2]}"


class RemoteFiles:
    """The files of one folder at an address, by their names. All methods raise ExportError where the store refuses."""

    def __init__(self, url: str) -> None:
        """Take the folder's address. Raise UsageError where a package for it is missing."""
        require("fsspec")
        self.url = url.rstrip("/")
        scheme = url.partition("://")[0]
        if scheme in ("http", "https"):
            raise UsageError("nothing can be written to a web server", where=url, remedy="name a file, a folder or a bucket")
        try:
            self._system, root = import_module("fsspec").core.url_to_fs(self.url)
        except ImportError as error:
            raise UsageError(f"this needs a package of its own ({error})", where=url, remedy="install it with pip") from error
        except ValueError as error:
            raise UsageError(f"is no address that fsspec knows ({error})", where=url, remedy="check its beginning") from error
        self._root = str(root).rstrip("/")
        if scheme in _LOCAL:
            Path(self._root).mkdir(parents=True, exist_ok=True)

    def read(self, name: str) -> bytes | None:
        """Return a file's content, None where there is none."""
        with self._errors(name):
            try:
                content: bytes = self._system.cat_file(self._path(name))
            except FileNotFoundError:
                return None
        return content

    def write(self, name: str, content: bytes) -> None:
        """Put a file there."""
        with self._errors(name):
            self._system.pipe_file(self._path(name), content)

    def upload(self, file: Path) -> None:
        """Put a file of this machine there, under its own name."""
        with self._errors(file.name):
            self._system.put_file(str(file), self._path(file.name))

    def download(self, name: str, file: Path) -> None:
        """Get a file to this machine."""
        with self._errors(name):
            self._system.get_file(self._path(name), str(file))

    def delete(self, name: str) -> None:
        """Remove a file, if it is there."""
        with self._errors(name):
            if self._system.exists(self._path(name)):
                self._system.rm_file(self._path(name))

    def names(self) -> list[str]:
        """Return the names of what is there, in order."""
        with self._errors(""):
            self._system.invalidate_cache()
            try:
                found = self._system.ls(self._root, detail=False)
            except FileNotFoundError:
                return []
        return sorted(str(path).rstrip("/").rpartition("/")[2] for path in found)

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    @contextmanager
    def _errors(self, name: str) -> Iterator[None]:
        try:
            yield
        except (ExportError, UsageError):
            raise
        except Exception as error:  # each kind of object storage has errors of its own
            reason: Any = getattr(error, "strerror", None) or error or type(error).__name__
            remedy = "check the address and your credentials"
            raise ExportError(f"can't be written or read ({reason})", where=f"{self.url}/{name}", remedy=remedy) from error
