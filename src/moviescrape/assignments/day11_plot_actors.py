# %% [markdown]
# # Day 11: who appears most?
#
# `python -m moviescrape.assignments.day11_plot_actors IN OUT.png`

# %%
import argparse
from collections.abc import Sequence
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

from moviescrape.assignments.day8_top_n import read_movies
from moviescrape.assignments.helper import command_line, fonts_for_names, save_plot

MOST = 50

# %% [markdown]
# ## Count
#
# Split, explode, count: `value_counts` has the most frequent first. Actors with as many movies as each other come A to Z, so that
# the plot is the same each time; hence the stable sort after sorting by name.


# %%
def count_actors(movies: pd.DataFrame) -> pd.Series:
    """In how many movies each actor appears, the most frequent first: names are the index."""
    names = movies["actors"].dropna().str.split(";").explode()
    return names.value_counts().sort_index().sort_values(ascending=False, kind="stable")


# %% [markdown]
# ## Bars that lie down
#
# Fifty names under fifty upright bars would have to be read with the head to one side. Lying bars leave room for a name each,
# if the plot is high enough; `invert_yaxis` puts the first name at the top. Some names are written in other scripts;
# `fonts_for_names` adds fonts that have their letters, where there are any.


# %%
def plot_actors(counts: pd.Series, path: Path) -> None:
    figure, axes = plt.subplots(figsize=(9, 2 + 0.22 * len(counts)), layout="constrained")
    bars = axes.barh(range(len(counts)), counts, color="#5b8e9e")
    axes.bar_label(bars, padding=3, fontsize=8)
    axes.invert_yaxis()
    axes.margins(y=0.01)
    axes.set_yticks(range(len(counts)), counts.index, fontsize=9, fontfamily=fonts_for_names())
    axes.set(title=f"The {len(counts)} actors with the most movies", xlabel="Movies")
    save_plot(figure, path)


# %%
def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Day 11: plot the 50 actors with the most appearances.")
    parser.add_argument("input", nargs="?", type=Path, default=Path("output/day10.csv"), metavar="IN")
    parser.add_argument("output", nargs="?", type=Path, default=Path("output/day11.png"), metavar="OUT.png")
    options = parser.parse_args(command_line(arguments))
    counts = count_actors(read_movies(options.input))
    print(f"{counts.index[0]} appears most: in {counts.iloc[0]} movies.")
    plot_actors(counts.head(MOST), options.output)


if __name__ == "__main__":
    main()
