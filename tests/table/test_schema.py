"""Any frame with our columns becomes a typed one."""

import pandas as pd
import pytest

from moviescrape.errors import SourceError
from moviescrape.table.schema import conform_frame


def test_a_frame_as_pandas_reads_it() -> None:
    frame = conform_frame(pd.DataFrame({"title": ["Heat", 300], "year": [1995.0, None], "actors": [["A", "B"], None]}))
    assert [str(dtype) for dtype in frame.dtypes] == ["string", "Int64", "string"]
    assert frame["title"].tolist() == ["Heat", "300"]
    assert frame["actors"].tolist()[0] == "A;B"
    assert frame.iloc[1].isna().tolist() == [False, True, True]


def test_a_frame_that_is_no_table_of_movies() -> None:
    with pytest.raises(SourceError, match="table: line 2, column year: 'soon' is not a whole number"):
        conform_frame(pd.DataFrame({"title": ["Heat", "M"], "year": [1995, "soon"]}))
