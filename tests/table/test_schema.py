"""Any frame with our columns becomes a typed one."""

import pandas as pd
import pytest

from moviescrape.errors import SourceError, UsageError
from moviescrape.movie import Movie
from moviescrape.table.build import to_frame
from moviescrape.table.schema import choose, conform_frame


def test_a_frame_as_pandas_reads_it() -> None:
    frame = conform_frame(pd.DataFrame({"title": ["Heat", 300], "year": [1995.0, None], "actors": [["A", "B"], None]}))
    assert [str(dtype) for dtype in frame.dtypes] == ["string", "Int64", "string"]
    assert frame["title"].tolist() == ["Heat", "300"]
    assert frame["actors"].tolist()[0] == "A;B"
    assert frame.iloc[1].isna().tolist() == [False, True, True]


def test_a_frame_that_is_no_table_of_movies() -> None:
    with pytest.raises(SourceError, match="table: line 2, column year: 'soon' is not a whole number"):
        conform_frame(pd.DataFrame({"title": ["Heat", "M"], "year": [1995, "soon"]}))


def test_some_columns_in_an_order() -> None:
    frame = to_frame([Movie("Heat", 8.3, 1995)])
    assert list(choose(frame, ["year", "title"]).columns) == ["year", "title"]
    with pytest.raises(UsageError, match="no column 'languages'; its columns are title, rating"):
        choose(frame, ["languages"])
