"""Programs run by an interpreter of their own, in which nothing is loaded that they don't ask for."""

import os
import subprocess
import sys


def run_code(code: str, *arguments: object) -> str:
    """Run Python code with these arguments; return what it printed. Coverage, which loads much itself, is not measured there.

    Raises subprocess.CalledProcessError where it fails.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=environment).stdout
