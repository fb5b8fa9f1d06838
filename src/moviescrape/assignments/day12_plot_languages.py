# %% [markdown]
# # Day 12: the languages of the decades
#
# `python -m moviescrape.assignments.day12_plot_languages IN OUT.png`

# %%
import argparse
from collections.abc import Sequence
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

from moviescrape.assignments.day8_top_n import read_movies
from moviescrape.assignments.helper import command_line, save_plot

MOST = 10
NOBODY_SPEAKS = "None"

# %% [markdown]
# ## Count
#
# A row for each movie and language, a decade for each row, then a table of the two. In silent movies the site names
# the language *None*; that is not a language, and out it goes.


# %%
def count_languages(movies: pd.DataFrame) -> pd.DataFrame:
    """How often each of the ten most frequent languages occurs: a row a decade, a column a language, the most frequent first."""
    spoken = movies.assign(language=movies["languages"].str.split(";")).explode("language").dropna(subset=["language", "year"])
    spoken = spoken[spoken["language"] != NOBODY_SPEAKS]
    counts = pd.crosstab(spoken["year"] // 10 * 10, spoken["language"]).rename_axis(index="decade")
    return counts[counts.sum().sort_values(ascending=False, kind="stable").index[:MOST]]


# %%
def second_language(counts: pd.DataFrame, decade: int) -> str:
    """Return the language that came second in a decade."""
    return str(counts.T[decade].sort_values(ascending=False, kind="stable").index[1])


# %% [markdown]
# ## A line for each language
#
# Ten lines need ten colours that can be told apart (`C0` to `C9` are), and a legend beside the plot, not on it. Its order
# is that of the totals.


# %%
def plot_languages(counts: pd.DataFrame, path: Path) -> None:
    figure, axes = plt.subplots(figsize=(11, 6), layout="constrained")
    for number, language in enumerate(counts):
        axes.plot(counts.index, counts[language], marker="o", color=f"C{number}", label=language)
    axes.set_xticks(counts.index, [f"{decade}s" for decade in counts.index])
    axes.set_ylim(bottom=0)
    axes.set(title="Languages by decade", xlabel="Decade", ylabel="Movies")
    figure.legend(loc="outside right center")
    save_plot(figure, path)


# %%
def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Day 12: plot how often the ten most frequent languages occur in each decade.")
    parser.add_argument("input", nargs="?", type=Path, default=Path("output/day10.csv"), metavar="IN")
    parser.add_argument("output", nargs="?", type=Path, default=Path("output/day12.png"), metavar="OUT.png")
    options = parser.parse_args(command_line(arguments))
    counts = count_languages(read_movies(options.input))
    print(counts.to_string())
    for decade in (1970, 2010):
        if decade in counts.index:
            print(f"In the {decade}s, {second_language(counts, decade)} came second.")
    plot_languages(counts, options.output)


if __name__ == "__main__":
    main()
