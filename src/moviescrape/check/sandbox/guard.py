"""Inside the student's process: what an accident may not do, refused with words. Python asks this audit hook first (PEP 578).

Files may be changed in the working folder only, no other program is started, no process is ended but its own, and no address is
asked but the practice site's. The hook sees what Python itself does; C libraries are held by the system (isolation.py).
"""

import os
import socket
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import urlsplit

from moviescrape.check.sandbox.own_code import READING, RefusingFinder, is_own_file

Note = Callable[[str], None]
"""Told what was refused."""

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
    *("os.forkpty", "pty.spawn", "os.startfile"),
}
ENDS = {"os.kill", "os.killpg"}
CONNECTS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
"""Their second argument is the address."""
LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
STARTING_FILES = ("subprocess.py", "os.py", "pty.py", "<frozen os>")
"""Files of the standard library through which programs are started."""


class Guard:
    """Refuses what leaves the folder `home`, and any address but those of `sites` (each `http://127.0.0.1:PORT`).

    A submission that is `trusted` may import the package's own code.
    """

    def __init__(self, home: Path, sites: Iterable[str], note: Note, *, trusted: bool = False) -> None:
        self.home = home.resolve()
        self.addresses = {_address_of(site) for site in sites}
        self._note = note
        self._trusted = trusted
        self._site: tuple[str, int] | None = None
        self._getaddrinfo = socket.getaddrinfo

    @property
    def ports(self) -> list[int]:
        """Return the ports of the sites."""
        return [port for _, port in self.addresses]

    def install(self) -> None:
        """Stand from now on, in this process, for good."""
        socket.getaddrinfo = self._resolve
        if not self._trusted:
            sys.meta_path.insert(0, RefusingFinder(self._refuse))
        sys.addaudithook(self._ask)

    def use_site(self, site: str) -> None:
        """Make `http://movies.localhost:8000` mean this site from now on; many systems know no names below localhost."""
        self._site = _address_of(site)

    def _resolve(self, host: Any, port: Any, *rest: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if self._site and name and name.endswith(".localhost"):
            return self._getaddrinfo(*self._site, *rest, **options)
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
            self._ask_end(event, arguments[0])
        elif event in CONNECTS:
            self._ask_connect(arguments[1])
        elif event in LOOKUPS:
            self._ask_name(arguments[0])

    def _ask_open(self, path: Any, mode: Any, flags: Any) -> None:
        if isinstance(path, int):
            return
        writes = any(letter in mode for letter in "wax+") if isinstance(mode, str) else bool((flags or 0) & WRITE_FLAGS)
        if writes:
            self._ask_change(path)
        elif not self._trusted and is_own_file(Path(os.path.realpath(os.fsdecode(path)))):
            self._refuse(f"{READING} ({Path(os.fsdecode(path)).name})")

    def _ask_change(self, path: Any, removes: bool = False) -> None:
        if isinstance(path, int) or path in (os.devnull, ":memory:"):
            return
        target = Path(os.path.realpath(os.fsdecode(path)))
        if target != self.home and self.home not in target.parents:
            self._refuse(f"change {os.fsdecode(path)!r}, outside its own folder")
        if target == self.home and removes:
            self._refuse("remove its own folder")

    def _ask_end(self, event: str, process: int) -> None:
        if event != "os.kill" or not (process == os.getpid() or _is_child(process)):
            self._refuse("end a process")

    def _ask_connect(self, address: Any) -> None:
        if address is None or (isinstance(address, str | bytes) and self._is_inside(address)):
            return
        if not isinstance(address, tuple) or (address[0], address[1]) not in self.addresses:
            self._refuse(f"use the network ({_shown(address)})")

    def _is_inside(self, path: str | bytes) -> bool:
        return self.home in Path(os.path.realpath(os.fsdecode(path))).parents

    def _ask_name(self, host: Any) -> None:
        name = host.decode() if isinstance(host, bytes) else host
        if not self.addresses or not _is_loopback_name(name):
            self._refuse(f"use the network ({name})")

    def _refuse(self, act: str) -> None:
        """Raise PermissionError; what a library tries on its own, such as asking a program which machine this is, is not told."""
        if not act.startswith("start") or _is_asked_by_submission(self.home):
            self._note(act)
        raise PermissionError(f"the checker does not let a submission {act}")


def _is_asked_by_submission(home: Path) -> bool:
    """Return True where the submission itself calls what starts programs, and no library on its own."""
    frame: FrameType | None = sys._getframe(1)
    while frame:
        file = Path(frame.f_code.co_filename)
        if str(file) != __file__ and file.name not in STARTING_FILES:
            return home in Path(os.path.realpath(file)).parents
        frame = frame.f_back
    return False


def _is_child(process: int) -> bool:
    if hasattr(os, "waitid"):
        try:
            os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        except OSError:
            return False
        return True
    import multiprocessing.process

    return any(child.pid == process for child in multiprocessing.process._children)  # type: ignore[attr-defined]


def _address_of(site: str) -> tuple[str, int]:
    parts = urlsplit(site)
    return parts.hostname or "", parts.port or 80


def _is_loopback_name(name: str | None) -> bool:
    return name is None or name in ("127.0.0.1", "localhost") or name.endswith(".localhost")


def _shown(address: Any) -> str:
    return f"{address[0]}:{address[1]}" if isinstance(address, tuple) and len(address) > 1 else str(address)
