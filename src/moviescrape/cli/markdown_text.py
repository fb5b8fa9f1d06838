"""Markdown of the package itself on a terminal: headings and colours, page by page; elsewhere as it is."""

import sys

import click

from moviescrape.cli.terminal import show

WIDTH = 100
"""Columns, at most: longer lines are hard to read."""


def show_markdown(text: str) -> None:
    """Print a text; a terminal shows it in the pager (PAGER, `less`), which gets our codes for colours past `terminal`."""
    if sys.stdout is None or not sys.stdout.isatty():
        show(text.rstrip("\n"))
    else:
        click.echo_via_pager(_rendered(text))


def _rendered(text: str) -> str:
    from rich.console import Console  # slow to load
    from rich.markdown import Markdown

    console = Console(force_terminal=True)
    with console.capture() as capture:
        console.print(Markdown(text), width=min(WIDTH, console.width))
    return capture.get()
