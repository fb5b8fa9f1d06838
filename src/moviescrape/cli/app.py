"""The command `moviescrape`: its subcommands, loaded when used, and how errors reach a person."""

import importlib
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click
from click.core import ParameterSource

from moviescrape._version import __version__
from moviescrape.cli.config_file import FOLDER_FILE, read_defaults, user_file
from moviescrape.cli.environment import find_variable, name_variables
from moviescrape.cli.exit_codes import BROKEN_PIPE, COMPLETE, INCOMPLETE, NOTHING_WRITTEN, WRONG_USAGE
from moviescrape.cli.signals import exit_code_of, handle_signals
from moviescrape.cli.terminal import ColorChoice, choose_color, complain, forget, guard_streams, show, stdout_error
from moviescrape.errors import MoviescrapeError, UsageError

COMMANDS: dict[str, str] = {
    "run": "Fetch movie pages, politely, and write a table of their movies.",
    "parse": "Read saved pages, without network, and write a table of their movies.",
    "learn": "Make a site file by example, for a site that is not read well.",
    "serve": "Serve the practice site: invented movies, known answers, real markup.",
    "top": "Write the best N movies of each year of a table.",
    "details": "Follow each movie's URL in a table and fill its gaps.",
    "merge": "Put tables of the same movies side by side.",
    "plot": "Draw the years, actors or languages of a table.",
    "homepage": "Make a small web site from a table.",
    "dataset": "Make a data set for a model from a table: splits, schema, card.",
    "assignment": "List, start, run and check the assignments of the course.",
    "pages": "Show, export or archive what a page store holds.",
    "explain": "Say for each value of a page which way found it, for each gap why.",
    "shell": "Open a Python prompt with a page, to try things on it.",
    "drift": "Hold saved pages against floors: has a site changed?",
    "help": "Show a page of the guide, or the help of a command.",
    "completion": "Print what makes a shell complete commands and options.",
}
"""Each is `moviescrape.cli.commands.<name>.<name>`; said here, so that `--help` imports none of them."""


def _choose_color(_context: click.Context, _parameter: click.Parameter, choice: ColorChoice | None) -> None:
    if choice:
        choose_color(choice)


_COLOR = click.Option(
    ["--color"],
    type=click.Choice(["auto", "always", "never"]),
    expose_value=False,
    callback=_choose_color,
    envvar="MOVIESCRAPE_COLOR",
    help="Colour messages: on a terminal, unless NO_COLOR is set; always; never.",
)


class LazyGroup(click.Group):
    """A group that imports a subcommand's module when it is used, and prints every foreseen error as one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"moviescrape.cli.commands.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101
        if _COLOR not in command.params:
            name_variables(command, cmd_name)
            command.params.append(_COLOR)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; where nobody reads its output any more (`| head`), end quietly."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # caught here, because click makes it an exit status of 1
            return BROKEN_PIPE

    def main(self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]
        """Run the command line `args` and leave with its exit status."""
        extra["standalone_mode"] = False
        try:
            status = super().main(args, prog_name, **extra)
        except MoviescrapeError as error:
            complain(error)
            status = WRONG_USAGE if isinstance(error, UsageError) else NOTHING_WRITTEN
        except click.ClickException as error:
            complain(_one_line(error))
            status = WRONG_USAGE
        except OSError as error:  # the system refused something that no command foresees: help on a full disk, for example
            complain(f"{error.filename or 'the system'}: {error.strerror or error}")
            status = NOTHING_WRITTEN
        except click.Abort as abort:
            status = exit_code_of(abort.__cause__)
        sys.exit(_flush_stdout(status))


def _one_line(error: click.ClickException) -> str:
    """Return click's message with where to read more, which click prints as three lines."""
    message = error.format_message().rstrip(".")
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return message
    return f"{message}{_said_in(error, context)}; see {context.command_path} --help"


def _said_in(error: click.ClickException, context: click.Context) -> str:
    """Return where a wrong value stands, if not on the command line."""
    parameter = error.param if isinstance(error, click.BadParameter) else None
    source = context.get_parameter_source(parameter.name) if parameter and parameter.name else None
    if parameter and source is ParameterSource.ENVIRONMENT:
        return f" (said in {find_variable(parameter)})"
    return f" (said in {FOLDER_FILE} or {user_file()})" if source is ParameterSource.DEFAULT_MAP else ""


def _flush_stdout(status: int) -> int:
    """Write what is left for standard output; return the exit status, which is another one where that fails."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        forget(sys.stdout)
        if isinstance(error, BrokenPipeError):
            return BROKEN_PIPE
        if status in (COMPLETE, INCOMPLETE):
            complain(stdout_error(error))
            return NOTHING_WRITTEN
    return status


@click.group(
    "moviescrape",
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Exit status: 0 complete, 2 wrong usage, 3 written but incomplete, 4 nothing written.",
)
@click.version_option(__version__, message="moviescrape %(version)s")
@click.pass_context
def app(context: click.Context) -> None:
    """Movie pages in, a clean typed table out.

    `moviescrape COMMAND --help` says more about each command.
    """
    if context.invoked_subcommand is None:
        show(context.get_help())
        return
    assert isinstance(context.command, click.Group)  # noqa: S101
    context.default_map = read_defaults(context.command, context, context.invoked_subcommand)


app.params.append(_COLOR)


def main() -> NoReturn:
    """Run the console script."""
    guard_streams()
    handle_signals()
    app.main(prog_name="moviescrape")
