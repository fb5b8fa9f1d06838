"""`moviescrape completion`: what a shell needs to complete commands, options, formats and columns."""

import click
from click.shell_completion import get_completion_class

from moviescrape.cli.terminal import show

_VARIABLE = "_MOVIESCRAPE_COMPLETE"


@click.command(epilog="Example: moviescrape completion bash >> ~/.bash_completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that makes SHELL complete commands, options, formats and names of columns.

    bash: moviescrape completion bash >> ~/.bash_completion
    zsh: moviescrape completion zsh >> ~/.zshrc
    fish: moviescrape completion fish > ~/.config/fish/completions/moviescrape.fish
    """
    found = get_completion_class(shell)
    assert found  # noqa: S101
    show(found(context.find_root().command, {}, "moviescrape", _VARIABLE).source())
