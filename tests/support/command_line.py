"""The command line, in this process."""

from collections.abc import Callable

from click.testing import CliRunner, Result

from moviescrape.cli.app import app

Moviescrape = Callable[..., Result]


def moviescrape(*arguments: object) -> Result:
    """Run `moviescrape` with the given arguments; `.exit_code`, `.stdout`, `.stderr` say what it did."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])
