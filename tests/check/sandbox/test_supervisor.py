"""The process between the checker and a submission ends with the checker."""

import os
import select
import subprocess
import sys

import pytest

SUPERVISOR = """
import time
from moviescrape.check.sandbox.supervisor import supervise

def run(namespaces):
    print("running", flush=True)
    while True:
        time.sleep(1)

supervise(run, network=False)
"""
CHECKER = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]], close_fds=False)"
LONGEST_S = 30


@pytest.mark.skipif(sys.platform != "linux", reason="there is no supervisor elsewhere")
def test_a_checker_that_is_killed_leaves_nothing_running() -> None:
    kept_open, held = os.pipe()
    command = [sys.executable, "-c", CHECKER, SUPERVISOR]
    with subprocess.Popen(command, stdout=subprocess.PIPE, pass_fds=[held]) as checker:
        os.close(held)
        assert checker.stdout is not None
        assert checker.stdout.readline() == b"running\n"
        checker.kill()
        ended, _, _ = select.select([kept_open], [], [], LONGEST_S)
    assert ended, "a process that the checker started holds the pipe"
    assert os.read(kept_open, 1) == b""
    os.close(kept_open)
