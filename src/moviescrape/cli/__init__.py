"""The command line: `app` finds the commands and prints errors; one thin file a command: options -> library -> print."""

from moviescrape.cli.app import main

__all__ = ["main"]
