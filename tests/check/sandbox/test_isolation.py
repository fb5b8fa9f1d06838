"""What a submission may try and does not get done, whatever way it takes; and what it may do.

Each attack is a function of one submission: it is given a folder outside of its own and returns "done" where it succeeded.
"""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from moviescrape.check.sandbox import isolation, landlock
from moviescrape.check.sandbox.runner import FunctionCall, SandboxOutcome, SandboxTask, run_submission

needs_landlock = pytest.mark.skipif(landlock.version() < landlock.SCOPES_SINCE, reason="the kernel has no Landlock of version 6")

SUBMISSION = b"""
import ctypes, multiprocessing, os, resource, signal, socket, sqlite3, sys, time
from pathlib import Path


def dir_fd(outside):
    folder = os.open(outside, os.O_RDONLY)
    os.close(os.open("written", os.O_WRONLY | os.O_CREAT, dir_fd=folder))
    return "done"


def mkfifo(outside):
    os.mkfifo(f"{outside}/fifo")
    return "done"


def c_library(outside):
    library = ctypes.CDLL(None, use_errno=True)
    return "done" if library.open(f"{outside}/c".encode(), os.O_WRONLY | os.O_CREAT, 0o600) >= 0 else "refused"


def attach(outside):
    sqlite3.connect(":memory:").execute(f"ATTACH '{outside}/attached.db' AS other").execute("CREATE TABLE other.t (x)")
    return "done"


def lxml_writes(outside):
    from lxml import etree
    etree.ElementTree(etree.fromstring("<a/>")).write(f"{outside}/lxml.xml")
    return "done"


def pyarrow_writes(outside):
    import pyarrow as pa, pyarrow.csv
    pyarrow.csv.write_csv(pa.table({"a": [1]}), f"{outside}/arrow.csv")
    return "done"


def _write(path):
    Path(path).write_text("x")


def spawned_process(outside):
    process = multiprocessing.get_context("spawn").Process(target=_write, args=(f"{outside}/spawned",))
    process.start()
    process.join()
    return "done" if process.exitcode == 0 else "refused"


def forked_process(outside):
    if os.fork() == 0:
        try:
            _write(f"{outside}/forked")
        finally:
            os._exit(0)
    os.wait()
    return "done" if os.path.exists(f"{outside}/forked") else "refused"


def exec_python(outside):
    os.execv(sys.executable, [sys.executable, "-c", "open('%s/exec', 'w')" % outside])


def parents_memory(outside, checker):
    with open(f"/proc/{checker}/mem", "rb") as memory:
        return memory.read(1) and "done"


def environment_of(outside, checker):
    return Path(f"/proc/{checker}/environ").read_bytes() and "done"


def limits_of(outside, checker):
    resource.prlimit(checker, resource.RLIMIT_NOFILE, (3, 3))
    return "done"


def signal_by_handle(outside, checker):
    signal.pidfd_send_signal(os.pidfd_open(checker), signal.SIGKILL)
    return "done"


def signal_by_c_library(outside, checker):
    return "done" if ctypes.CDLL(None).kill(checker, 0) == 0 else "refused"


def message_to_elsewhere(outside):
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendmsg([b"x"], [], 0, ("127.0.0.1", 9))
    return "done"


def c_library_connects(outside, port):
    address = (ctypes.c_ubyte * 16)(2, 0, port >> 8, port & 255, 127, 0, 0, 1)
    library = ctypes.CDLL(None, use_errno=True)
    number = library.socket(2, 1, 0)
    return "done" if library.connect(number, address, 16) == 0 else "refused"


def reads_elsewhere(outside):
    return Path(outside, "secret.txt").read_text() and "done"


def reads_solution(outside, package):
    return Path(package, "assignments", "day8_top_n.py").read_text() and "done"


def leaves_a_child(outside):
    if os.fork() == 0:
        os.setsid()
        for stream in (0, 1, 2):
            os.close(stream)
        time.sleep(60)
        os._exit(0)
    return "left"


def pool_works(outside):
    with multiprocessing.Pool(2) as pool:
        return pool.map(abs, [-1, -2, -3])

def own_file_works(outside):
    Path("mine.txt").write_text("x")
    return Path("mine.txt").read_text()
"""

OUTSIDE = (
    *("dir_fd", "mkfifo", "c_library", "attach", "lxml_writes", "pyarrow_writes", "spawned_process", "forked_process"),
    *("message_to_elsewhere", "reads_elsewhere"),
)
CHECKER = ("parents_memory", "environment_of", "limits_of", "signal_by_handle", "signal_by_c_library")


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret.txt").write_text("secret", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Return a port on which somebody listens, that is not the practice site's."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        number: int = listener.getsockname()[1]
        yield number


@pytest.fixture(scope="module")
def outcome(outside: Path, port: int) -> Iterator[SandboxOutcome]:
    import moviescrape

    calls = [
        *(FunctionCall(name, [str(outside)]) for name in (*OUTSIDE, "pool_works", "own_file_works")),
        *(FunctionCall(name, [str(outside), os.getpid()]) for name in CHECKER),
        FunctionCall("c_library_connects", [str(outside), port]),
        FunctionCall("reads_solution", [str(outside), str(Path(moviescrape.__file__).parent)]),
        FunctionCall("leaves_a_child", [str(outside)]),
        FunctionCall("exec_python", [str(outside)]),
    ]
    with run_submission(SandboxTask(SUBMISSION, calls=calls), 60) as ran:
        ran.records += [{"type": "names", "names": [call.function for call in calls]}]
        yield ran


def _result(outcome: SandboxOutcome, name: str) -> object:
    names = next(record["names"] for record in outcome.records if record["type"] == "names")
    record = outcome.called(names.index(name)) or {}
    return record.get("value", record.get("error", record))


@needs_landlock
@pytest.mark.parametrize("name", [*OUTSIDE, *CHECKER, "c_library_connects", "reads_solution", "exec_python"])
def test_what_is_tried_is_not_done(outcome: SandboxOutcome, name: str) -> None:
    assert _result(outcome, name) in ("refused", "PermissionError", "OSError", "OperationalError", "ProcessLookupError"), name


@needs_landlock
def test_nothing_is_written_outside(outcome: SandboxOutcome, outside: Path) -> None:
    assert [path.name for path in outside.iterdir()] == ["secret.txt"]


def test_a_pool_and_own_files_work(outcome: SandboxOutcome) -> None:
    record = next(record for record in outcome.records if record.get("call") == len(OUTSIDE))
    assert record["type"] == "list"
    assert _result(outcome, "own_file_works") == "x"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are looked up in /proc")
def test_no_process_outlives_the_outcome(outcome: SandboxOutcome) -> None:
    assert _result(outcome, "leaves_a_child") == "left"
    home = os.fsencode(outcome.folder)
    left = []
    for process in Path("/proc").iterdir():
        try:
            left += [process.name] if home in (process / "environ").read_bytes() else []
        except OSError:
            continue
    assert not left


@needs_landlock
def test_the_outcome_says_what_isolates(outcome: SandboxOutcome) -> None:
    assert outcome.isolation["files"] == "Landlock"
    assert outcome.isolation["connections"] in ("namespace", "Landlock")
    assert outcome.isolation["memory"] == "limit"


def test_without_the_systems_help_the_audit_hook_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "restrict", lambda _: 0)
    monkeypatch.setattr(isolation, "limit_resources", lambda *_: False)
    monkeypatch.setattr(isolation, "make_multiprocessing_fork", lambda: None)
    job = {"memory_bytes": 1, "file_bytes": 1, "trusted": False}
    stood = isolation.isolate(job, [], frozenset())
    assert stood == {"files": "audit hook", "connections": "audit hook", "processes": "process group", "memory": "none"}
