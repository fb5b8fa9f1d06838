"""Options from files: `moviescrape.toml` in the folder that a command is run in, and `config.toml` of the user's configuration.

A table is named after its command, `[run]` or `[assignment.check]`, and holds its long options; what stands above the tables is
for every command that has such an option. The command line wins over the environment, that over the folder's file, and that
over the user's own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from moviescrape.errors import UsageError

FOLDER_FILE = Path("moviescrape.toml")
_OF_THE_USER = frozenset({"private-host", "trust-env"})
"""What a folder that came from somewhere else must not decide: which machines of yours may be asked, and through which proxy."""


def user_file() -> Path:
    """Return the user's own file; it need not be there."""
    return Path(click.get_app_dir("moviescrape")) / "config.toml"


def read_defaults(group: click.Group, context: click.Context, name: str) -> dict[str, Any]:
    """Return what the files say of the options of the group's command `name`, as click's `default_map` holds it.

    Raise UsageError, which names file and key, for a mistake.
    """
    defaults: dict[str, Any] = {}
    for file in (ConfigFile(user_file()), ConfigFile(FOLDER_FILE, folder=Path.cwd())):
        _add(defaults, file.read(group, context, name))
    return {name: defaults} if defaults else {}


def long_options(command: click.Command) -> dict[str, click.Option]:
    """Return the options that a command takes by their long names, without the dashes."""
    return {
        long.removeprefix("--"): parameter
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for long in parameter.opts
        if long.startswith("--")
    }


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A file of options; one that lies in a `folder` may only name files in that folder."""

    path: Path
    folder: Path | None = None

    def read(self, group: click.Group, context: click.Context, name: str) -> dict[str, Any]:
        """Return what the file says for the group's command `name`, by the names of its parameters."""
        said = self._load()
        if not said:
            return {}
        command = group.get_command(context, name)
        if command is None:  # click says so
            return {}
        options, own = _without_tables(said), said.get(name, {})
        self._check_commands(said, group, context)
        unknown = options.keys() - _all_options(command, context)
        if unknown:  # of this command; the others are loaded only to say that it is of none
            known = _options_below(group, context)
            for key in sorted(unknown - known):
                raise self._mistake(f"no command has an option {key!r}", "moviescrape COMMAND --help names them")
        return self._values(command, context, options, own, name)

    def _load(self) -> dict[str, Any]:
        try:
            content = self.path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except OSError as error:
            raise self._mistake(f"can't be read ({error.strerror or error})", "check its permissions") from None
        import tomllib  # for those who have such a file

        try:
            return tomllib.loads(content.decode("utf-8-sig"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise self._mistake(f"not TOML ({error})", 'write lines such as contact = "you@example.org"') from None

    def _check_commands(self, said: Mapping[str, Any], group: click.Group, context: click.Context) -> None:
        names = group.list_commands(context)
        for key, value in said.items():
            if isinstance(value, dict) and key not in names:
                raise self._mistake(f"[{key}] is no command", f"the commands are {', '.join(names)}")
            if key in names and not isinstance(value, dict):
                raise self._mistake(f"{key!r} is a command, not an option", f"write [{key}] above its options")

    def _values(
        self, command: click.Command, context: click.Context, general: Mapping[str, Any], own: Mapping[str, Any], name: str
    ) -> dict[str, Any]:
        """Return the values for a command and the commands below it: `general` are those of all, `own` is its table."""
        options, below = long_options(command), dict(_commands_below(command, context))
        known = _all_options(command, context)
        for key, value in own.items():
            if key not in known and not (key in below and isinstance(value, dict)):
                raise self._mistake(f"[{name}] has no option {key!r}", f"its options are {', '.join(sorted(known)) or 'none'}")
        given = {**general, **_without_tables(own)}
        values = {
            options[key].name or key: self._value(value, options[key], key) for key, value in given.items() if key in options
        }
        for subname, subcommand in below.items():
            found = self._values(subcommand, context, given, own.get(subname, {}), f"{name}.{subname}")
            values |= {subname: found} if found else {}
        return values

    def _value(self, value: Any, option: click.Option, key: str) -> Any:
        """Return a value as an option takes it: a list is several of an option that can be repeated, else `title,year`."""
        if self.folder and key in _OF_THE_USER:
            raise self._mistake(f"a folder may not decide {key!r}", f"write it in {user_file()}, or give --{key}")
        items = value if isinstance(value, list) else [value]
        if option.is_flag and not isinstance(value, bool):
            raise self._mistake(f"{key!r} is true or false", f"write {key} = true")
        if not option.is_flag and not all(isinstance(item, str | int | float) and not isinstance(item, bool) for item in items):
            raise self._mistake(f"{key!r} is a text or a number", f'write {key} = "..."')
        if isinstance(option.type, click.Path):
            self._check_inside(items, key)
        if option.multiple:
            return items
        return ",".join(map(str, items)) if isinstance(value, list) else value

    def _check_inside(self, paths: Iterable[Any], key: str) -> None:
        """Raise UsageError for a file outside of the folder: one that came from somewhere else must not overwrite yours."""
        for path in paths if self.folder else ():
            assert self.folder is not None  # noqa: S101
            if not (self.folder / str(path)).resolve().is_relative_to(self.folder.resolve()):
                raise self._mistake(f"{key!r} names a file outside of this folder", f"give it as --{key}, or in {user_file()}")

    def _mistake(self, what: str, remedy: str) -> UsageError:
        return UsageError(what, where=str(self.path), remedy=remedy)


def _without_tables(said: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if not isinstance(value, dict)}


def _commands_below(command: click.Command, context: click.Context) -> Iterator[tuple[str, click.Command]]:
    for name in command.list_commands(context) if isinstance(command, click.Group) else ():
        found = command.get_command(context, name)  # type: ignore[attr-defined]
        if found:
            yield name, found


def _all_options(command: click.Command, context: click.Context) -> set[str]:
    """Return the long options of a command and of those below it."""
    return set(long_options(command)) | _options_below(command, context)


def _options_below(command: click.Command, context: click.Context) -> set[str]:
    return {option for _, found in _commands_below(command, context) for option in _all_options(found, context)}


def _add(defaults: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Put `more` over what is there, table by table."""
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(defaults.get(key), dict):
            _add(defaults[key], value)
        else:
            defaults[key] = value
