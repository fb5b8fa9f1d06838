"""The lines that the texts of a record make."""

import pytest

from moviescrape.parse.records.record_lines import lines_of
from support.outlines import outline_of


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>Ran</p><p>1985</p>", [["Ran"], ["1985"]]),
        ("<p>Ran<br>1985</p>", [["Ran"], ["1985"]]),
        ("<p><b>Ran</b> <i>1985</i></p>", [["Ran", "1985"]]),
        ("<p><b>R</b>an</p>", [["Ran"]]),
        ("<p>20<b>19</b></p>", [["2019"]]),
        ("<p>1985<span>162</span></p>", [["1985", "162"]]),
        ("<p><b>Ran</b>Heat</p>", [["Ran", "Heat"]]),
        ("<div>Ran<div>1985</div>Japan</div>", [["Ran"], ["1985"], ["Japan"]]),
        ("<p> </p>", []),
    ],
)
def test_blocks_and_breaks_begin_lines_and_tags_part_pieces(html: str, lines: list[list[str]]) -> None:
    page = outline_of(html)
    assert list(lines_of(page, range(len(page.texts)))) == lines
