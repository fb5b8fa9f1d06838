"""`moviescrape help`: the guide and the commands."""

import pytest

from moviescrape.cli.commands.help import topics
from support.command_line import moviescrape
from support.paths import PACKAGE


def test_without_a_topic_the_pages_of_the_guide_are_listed() -> None:
    lines = moviescrape("help").stdout.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == topics()
    assert "  any_site                Any site" in lines


@pytest.mark.parametrize("name", topics())
def test_each_page_is_shown_whole(name: str) -> None:
    text = (PACKAGE / "guide" / f"{name}.md").read_text(encoding="utf-8")
    assert moviescrape("help", name).stdout.strip() == text.strip()
    assert moviescrape("help", name.replace("_", "-").upper()).stdout.strip() == text.strip()


def test_the_beginning_of_a_name_is_enough() -> None:
    assert moviescrape("help", "polite").stdout.startswith("# Politeness and the law")
    assert "several topics begin with 'a'; the topics are any_site, archives" in moviescrape("help", "a").stderr


def test_a_command_is_a_topic() -> None:
    assert moviescrape("help", "top").stdout == moviescrape("top", "--help").stdout


def test_another_topic_is_a_mistake() -> None:
    result = moviescrape("help", "cooking")
    assert result.exit_code == 2
    assert "no topic is called 'cooking'; the topics are any_site" in result.stderr
