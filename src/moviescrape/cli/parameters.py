"""The types of options and arguments, which say in plain words what to give instead of what was given."""

import math
import re
from pathlib import Path
from typing import Any

import click

LARGEST = 10**9


class WholeNumber(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4
    """A whole number from `least` to `most`, both included; `what` names it in messages: `a day`."""

    name = "number"

    def __init__(self, what: str = "a number", *, least: int = 1, most: int = LARGEST) -> None:
        self.what, self.least, self.most = what, least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return `value` as an int; a usage error where it is none, or out of range."""
        if re.fullmatch(r"[+-]?[0-9]{1,30}", str(value).strip(), re.ASCII):
            number = int(value)
            if self.least <= number <= self.most:
                return number
        raise click.BadParameter(f"give {self.what} from {self.least:,} to {self.most:,}, not {str(value)!r}", ctx, param)


class Number(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4
    """A number from `least` on, not infinite; `what` names it in messages: `a number of days`."""

    name = "number"

    def __init__(self, what: str = "a number of seconds", *, least: float = 0.0) -> None:
        self.what, self.least = what, least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return `value` as a float; a usage error where it is none, infinite, or too small."""
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if self.least <= number < LARGEST:
            return number
        raise click.BadParameter(f"give {self.what}, {self.least:g} or more, not {str(value)!r}", ctx, param)


class FilePath(click.Path):
    """The path of a file or folder; what is there is looked at by whoever opens it, whose messages say more."""

    def __init__(self, *, folder: bool = False, dash: bool = False) -> None:
        super().__init__(path_type=Path, allow_dash=dash)
        self._wanted = "folder" if folder else "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return `value` as a Path; a usage error where it names nothing."""
        if not str(value):
            raise click.BadParameter(f"give the name of a {self._wanted}", ctx, param)
        path = super().convert(value, param, ctx)
        assert isinstance(path, Path)  # noqa: S101
        return path


FILE = FilePath()
FOLDER = FilePath(folder=True)
OUTPUT = FilePath(dash=True)
MOVIES = WholeNumber("a number of movies")
YEAR = WholeNumber("a year", least=1800, most=2200)
