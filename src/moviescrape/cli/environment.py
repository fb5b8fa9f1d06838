"""Options from the environment: MOVIESCRAPE_DELAY for every command that has --delay, MOVIESCRAPE_RUN_DELAY for one of them."""

import os

import click

from moviescrape.cli.config_file import long_options

PREFIX = "MOVIESCRAPE"
_OF_THE_COURSE = "MOVIESCRAPE_SITE"
"""The address of the practice site that the assignments ask, not --site."""


def name_variables(command: click.Command, name: str) -> None:
    """Give each option of a command, and of the commands below it, its variables; that of one command wins."""
    for long, option in long_options(command).items():
        own, general = _variable(name, long), _variable(long)
        option.envvar = [own] if general == _OF_THE_COURSE else [own, general]
    for subname, subcommand in command.commands.items() if isinstance(command, click.Group) else ():
        name_variables(subcommand, f"{name}_{subname}")


def find_variable(option: click.Parameter) -> str:
    """Return which variable gave an option its value."""
    names = [option.envvar] if isinstance(option.envvar, str) else option.envvar or []
    return next((name for name in names if os.environ.get(name)), "")


def _variable(*words: str) -> str:
    return "_".join((PREFIX, *words)).upper().replace("-", "_")
