"""Shells complete commands, options, formats and names of columns."""

import pytest
from click.shell_completion import ShellComplete

from moviescrape.cli.app import app
from support.command_line import moviescrape


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_calls_the_command(shell: str) -> None:
    script = moviescrape("completion", shell).stdout
    assert f"_MOVIESCRAPE_COMPLETE={shell}_complete" in script


def test_another_shell_is_a_mistake() -> None:
    assert moviescrape("completion", "tcsh").exit_code == 2


@pytest.mark.parametrize(
    ("words", "start", "found"),
    [
        ([], "co", ["completion"]),
        (["run"], "--max-m", ["--max-movies"]),
        (["run", "--format"], "p", ["parquet"]),
        (["run", "--format"], "x", ["xlsx"]),
        (["run", "--columns"], "ye", ["year"]),
        (["run", "--columns"], "title,ye", ["title,year"]),
        (["run", "--columns"], "title,tit", []),
        (["plot"], "ye", ["years"]),
        (["help"], "polit", ["politeness_and_law"]),
        (["help"], "merg", ["merge"]),
        (["assignment"], "che", ["check"]),
        (["assignment", "list", "--lang"], "n", ["nl"]),
    ],
)
def test_what_can_follow(words: list[str], start: str, found: list[str]) -> None:
    completion = ShellComplete(app, {}, "moviescrape", "_MOVIESCRAPE_COMPLETE")
    assert [item.value for item in completion.get_completions(words, start)] == found
