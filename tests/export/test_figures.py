"""The right bars and lines, in pictures that are whole."""

import struct
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.figure import Figure

from moviescrape.errors import ExportError, UsageError
from moviescrape.export.figures import Plot, check_plot, draw_appearances, draw_decades, draw_years, save

MEANS = pd.Series([7.5, 9.25, 8.0], index=[1994, 1995, 1999])
COUNTS = pd.Series([5, 3, 1], index=["Ann", "$Bob$ & Sons", "A very long name " * 5])
DECADES = pd.DataFrame({"English": [5, 7], "French": [2, 0]}, index=[1970, 1980])


def heights(figure: Figure) -> Iterator[tuple[float, float]]:
    for bar in figure.axes[0].patches:
        left, bottom, width, height = bar.get_bbox().bounds  # type: ignore[attr-defined]
        yield left + width / 2, bottom + height


def test_years_are_bars_and_the_best_is_named() -> None:
    figure = draw_years(MEANS, 5)
    assert list(heights(figure)) == [pytest.approx(bar) for bar in [(1994, 7.5), (1995, 9.25), (1999, 8.0)]]
    assert [text.get_text() for text in figure.axes[0].texts] == ["1995: 9.25"]
    low, high = figure.axes[0].get_ylim()
    assert 0 < low < 7.5
    assert 9.25 < high <= 10.6


@pytest.mark.parametrize("means", [pd.Series([8.0], index=[1995]), pd.Series([0.0, 10.0], index=[1900, 2000])])
def test_extreme_years_are_drawn_whole(means: "pd.Series[float]", tmp_path: Path) -> None:
    figure = draw_years(means, 5)
    low, high = figure.axes[0].get_ylim()
    assert low <= means.min() <= means.max() < high
    assert save(figure, tmp_path / "years.png")


def test_actors_are_bars_highest_first_with_their_names() -> None:
    axes = draw_appearances(COUNTS, "actors").axes[0]
    assert [bar.get_width() for bar in axes.patches] == [5, 3, 1]  # type: ignore[attr-defined]
    assert [label.get_text() for label in axes.get_yticklabels()][:2] == ["Ann", "$Bob$ & Sons"]
    assert axes.yaxis_inverted()


def test_languages_are_lines_with_a_legend() -> None:
    axes = draw_decades(DECADES, "languages").axes[0]
    assert [(line.get_label(), list(line.get_ydata())) for line in axes.lines] == [("English", [5, 7]), ("French", [2, 0])]  # type: ignore[arg-type]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["1970s", "1980s"]
    legend = axes.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["English", "French"]


def test_more_than_ten_lines_still_are_lines() -> None:
    figure = draw_decades(pd.DataFrame({f"language {number}": [number] for number in range(12)}, index=[1970]), "languages")
    assert len(figure.axes[0].lines) == 12


def test_a_picture_of_sensible_size(tmp_path: Path) -> None:
    assert save(draw_appearances(COUNTS, "actors"), tmp_path / "actors.png")
    content = (tmp_path / "actors.png").read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    assert content.startswith(b"\x89PNG")
    assert width > 800
    assert height > 200


@pytest.mark.parametrize("suffix", [".svg", ".pdf", ".PNG"])
def test_the_same_figure_is_the_same_file(tmp_path: Path, suffix: str) -> None:
    paths = [tmp_path / f"{name}{suffix}" for name in "ab"]
    for path in paths:
        save(draw_decades(DECADES, "languages"), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_letters_that_no_font_has_are_told(tmp_path: Path) -> None:
    undefined = chr(0x1FFFE)  # no font will ever have a noncharacter
    assert not save(draw_appearances(pd.Series([1], index=[undefined]), "actors"), tmp_path / "actors.png")


def test_where_no_plot_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"years.jpg: .*end it in .png, .svg, .pdf"):
        check_plot(tmp_path / "years.jpg")
    with pytest.raises(ExportError, match="there is no folder"):
        check_plot(tmp_path / "none" / "years.png")


def test_a_notebook_shows_a_figure_as_a_picture() -> None:
    figure = draw_years(MEANS, 5)
    assert isinstance(figure, Plot)
    assert figure._repr_png_().startswith(b"\x89PNG")
