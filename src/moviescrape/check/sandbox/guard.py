"""Inside the student's process: what an accident may not do. An audit hook, which Python asks before each such act (PEP 578).

Files may be changed in the working folder only, no other program is started, no process is ended, and no address is dialled
but the practice site's. This contains accidents. Code that means harm finds ways around it (C libraries, for one): for such
code run the whole checker in a container.
"""

import os
import socket
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

Refuse = Callable[[str], None]

WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {
    "os.remove": (0,),
    "os.rmdir": (0,),
    "os.mkdir": (0,),
    "os.rename": (0, 1),
    "os.link": (1,),
    "os.symlink": (1,),
    "os.truncate": (0,),
    "os.chmod": (0,),
    "os.chown": (0,),
    "os.utime": (0,),
    "shutil.rmtree": (0,),
    "sqlite3.connect": (0,),
}
"""By audit event, which of its arguments name a file that would be changed."""
REMOVALS = {"os.rmdir", "os.rename", "shutil.rmtree"}
STARTS = {
    *("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn"),
    *("os.fork", "os.forkpty", "pty.spawn", "os.startfile"),
}
ENDS = {"os.kill", "os.killpg", "signal.pthread_kill"}
DIALS = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1}
"""By audit event, which of its arguments is the address."""
LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


class Guard:
    """Refuses what leaves the folder `home`, and any address but those of `sites` (each `http://127.0.0.1:PORT`)."""

    def __init__(self, home: Path, sites: Iterable[str]) -> None:
        self.home = home.resolve()
        self.sites = {_address_of(site) for site in sites}
        self.refused: list[str] = []
        self._named: tuple[str, int] | None = None
        self._getaddrinfo = socket.getaddrinfo

    def install(self) -> None:
        """Stand from now on, in this process, for good."""
        socket.getaddrinfo = self._resolve
        sys.addaudithook(self._ask)

    def resolve_practice_names(self, site: str) -> None:
        """Make `http://movies.localhost:8000` mean this site from now on; many systems know no names below localhost."""
        self._named = _address_of(site)

    def _resolve(self, host: Any, port: Any, *rest: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if self._named and name and name.endswith(".localhost"):
            return self._getaddrinfo(*self._named, *rest, **options)
        return self._getaddrinfo(host, port, *rest, **options)

    def _ask(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            self._ask_open(*arguments)
        elif event in CHANGES:
            for place in CHANGES[event]:
                self._ask_change(arguments[place], event in REMOVALS)
        elif event in STARTS:
            self._refuse("start another program")
        elif event in ENDS:
            self._refuse("end a process")
        elif event in DIALS:
            self._ask_dial(arguments[DIALS[event]])
        elif event in LOOKUPS:
            self._ask_name(arguments[0])

    def _ask_open(self, path: Any, mode: Any, flags: Any) -> None:
        writes = any(letter in mode for letter in "wax+") if isinstance(mode, str) else bool((flags or 0) & WRITE_FLAGS)
        if writes and not isinstance(path, int):
            self._ask_change(path)

    def _ask_change(self, path: Any, removes: bool = False) -> None:
        if isinstance(path, int) or path in (os.devnull, ":memory:"):
            return
        target = Path(os.path.realpath(os.fsdecode(path)))
        if target != self.home and self.home not in target.parents:
            self._refuse(f"change {os.fsdecode(path)!r}, outside its own folder")
        if target == self.home and removes:
            self._refuse("remove its own folder")

    def _ask_dial(self, address: Any) -> None:
        if not isinstance(address, tuple) or (address[0], address[1]) not in self.sites:
            self._refuse(f"use the network ({_shown(address)})")

    def _ask_name(self, host: Any) -> None:
        name = host.decode() if isinstance(host, bytes) else host
        if not self.sites or not _is_loopback_name(name):
            self._refuse(f"use the network ({name})")

    def _refuse(self, act: str) -> None:
        self.refused.append(act)
        raise PermissionError(f"the checker does not let a submission {act}")


def _address_of(site: str) -> tuple[str, int]:
    parts = urlsplit(site)
    return parts.hostname or "", parts.port or 80


def _is_loopback_name(name: str | None) -> bool:
    return name is None or name in ("127.0.0.1", "localhost") or name.endswith(".localhost")


def _shown(address: Any) -> str:
    return f"{address[0]}:{address[1]}" if isinstance(address, tuple) and len(address) > 1 else str(address)


def limit_resources(memory_bytes: int, file_bytes: int) -> None:
    """At most so much memory, at most so large a file, no core dump. Each limit is best effort: macOS ignores the first."""
    if sys.platform == "win32":
        return
    import resource

    for kind, limit in (
        (resource.RLIMIT_DATA, memory_bytes),
        (resource.RLIMIT_FSIZE, file_bytes),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, limit))
