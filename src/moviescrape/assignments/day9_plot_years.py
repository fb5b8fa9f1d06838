# %% [markdown]
# # Day 9: which year was best?
#
# `python -m moviescrape.assignments.day9_plot_years IN OUT.png`

# %%
import argparse
from collections.abc import Sequence
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

from moviescrape.assignments.day8_top_n import read_movies, top_n
from moviescrape.assignments.helper import command_line, save_plot

TOP = 5

# %% [markdown]
# ## A number for each year
#
# The mean rating of its five best movies. (Of all its movies would be another question: a year with many movies has many
# bad ones.)


# %%
def mean_ratings(movies: pd.DataFrame) -> pd.Series:
    """Return the mean rating of the best five movies of each year: the years going up are the index."""
    return top_n(movies, TOP).groupby("year")["rating"].mean()


# %% [markdown]
# ## A bar for each year
#
# With an axis from 0 to 10 all bars look alike: the differences are in the tenths. So the axis begins just below the lowest bar.
# The highest bar gets a colour of its own, and the title says the answer.


# %%
def plot_years(means: pd.Series, path: Path) -> None:
    best = means.idxmax()
    figure, axes = plt.subplots(figsize=(14, 5), layout="constrained")
    axes.bar(means.index, means, color=["#c8553d" if year == best else "#5b8e9e" for year in means.index])
    axes.set_ylim(means.min() - 0.3, means.max() + 0.2)
    axes.margins(x=0.01)
    axes.set_xticks([year for year in means.index if year % 10 == 0])
    axes.set(title=f"{best} was the best year: {means.max():.2f}", xlabel="Year", ylabel=f"Mean rating of its {TOP} best movies")
    save_plot(figure, path)


# %%
def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Day 9: plot the mean rating of the five best movies of each year.")
    parser.add_argument("input", nargs="?", type=Path, default=Path("output/day8.csv"), metavar="IN")
    parser.add_argument("output", nargs="?", type=Path, default=Path("output/day9.png"), metavar="OUT.png")
    options = parser.parse_args(command_line(arguments))
    means = mean_ratings(read_movies(options.input))
    print(f"The best year was {means.idxmax()}: its five best movies have a mean rating of {means.max():.2f}.")
    plot_years(means, options.output)


if __name__ == "__main__":
    main()
