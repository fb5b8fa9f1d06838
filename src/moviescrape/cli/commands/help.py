"""`moviescrape help`: the guide's pages, and the help of each command."""

from importlib.resources import files

import click

from moviescrape.cli.app import COMMANDS
from moviescrape.cli.markdown_text import show_markdown
from moviescrape.cli.terminal import show
from moviescrape.errors import UsageError

_GUIDE = files("moviescrape") / "guide"


def topics() -> list[str]:
    """Return the names of the guide's pages."""
    return sorted(page.name.removesuffix(".md") for page in _GUIDE.iterdir() if page.name.endswith(".md"))


@click.command(epilog="Example: moviescrape help any_site")
@click.argument("topic", required=False, metavar="[TOPIC]", shell_complete=lambda _ctx, _param, start: _begin_with(start))
@click.pass_context
def help(context: click.Context, topic: str | None) -> None:  # noqa: A001 - the command's name
    """Show a page of the guide, or the help of a command. Without TOPIC, list what there is."""
    if topic is None:
        show("Pages of the guide:\n")
        for name in topics():
            show(f"  {name:<24}{_headline(name)}")
        show("\nmoviescrape help TOPIC shows one; moviescrape COMMAND --help says what a command can do.")
    elif topic in COMMANDS:
        _show_help(context, topic)
    else:
        show_markdown((_GUIDE / f"{_find_topic(topic)}.md").read_text(encoding="utf-8"))


def _find_topic(text: str) -> str:
    """Return the topic that begins so, be it written with `-` or in capitals. Raise UsageError where it is none, or several."""
    found = [name for name in topics() if name.startswith(text.replace("-", "_").lower())]
    if len(found) != 1:
        what = f"several topics begin with {text!r}" if found else f"no topic is called {text!r}"
        raise UsageError(what, remedy=f"the topics are {', '.join(found or topics())}{'' if found else ', and the commands'}")
    return found[0]


def _headline(name: str) -> str:
    """Return the heading of a page."""
    return (_GUIDE / f"{name}.md").read_text(encoding="utf-8").partition("\n")[0].lstrip("# ")


def _show_help(context: click.Context, name: str) -> None:
    root = context.find_root()
    assert isinstance(root.command, click.Group)  # noqa: S101
    command = root.command.get_command(root, name)
    if command:
        show(command.get_help(click.Context(command, info_name=name, parent=root)))


def _begin_with(start: str) -> list[str]:
    return [name for name in (*topics(), *COMMANDS) if name.startswith(start)]
