"""Data sets of MovieLens in their three forms, as folders and zips."""

from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest

from moviescrape.errors import SourceError
from moviescrape.table.exports.movielens import is_movielens
from moviescrape.table.table_file import read_table

TODAY = {
    "movies.csv": (
        'movieId,title,genres\n1,Salt (1988),(no genres listed)\n7,"Quiet Harbour, The (1994)",Drama|Crime\n9,Unseen,Drama\n'
    ),
    "ratings.csv": "userId,movieId,rating,timestamp\n1,7,4.0,1\n2,7,5.0,2\n2,1,0.5,3\n3,404,2.0,4\n",
    "links.csv": "movieId,imdbId,tmdbId\n1,0000012,\n7,9900001,17\n9,,\n",
}
OF_2003 = {
    "movies.dat": "1::Salt (1988)::Drama\n7::Caf\xe9 :: Bar, Le (1994)::Drama|Crime\n",
    "ratings.dat": "1::7::4::97\n2::7::5::97\n2::1::1::97\n",
}
OF_1998 = {
    "u.item": f"1|Salt (1988)|01-Jan-1988||http://x|{'|'.join('0' * 19)}\n"
    f"7|Caf\xe9 (1994)||||{'|'.join('1000000010000000000')}\n",
    "u.data": "1\t7\t4\t97\n2\t7\t5\t97\n2\t1\t1\t97\n",
}
FORMS = {"today": TODAY, "2003": OF_2003, "1998": OF_1998}


def _written(folder: Path, files: dict[str, str], *, packed: bool = False, encoding: str = "latin-1") -> Path:
    if packed:
        with ZipFile(folder / "ml-tiny.zip", "w") as archive:
            for name, text in files.items():
                archive.writestr(f"ml-tiny/{name}", text.encode(encoding))
        return folder / "ml-tiny.zip"
    for name, text in files.items():
        (folder / name).write_text(text, encoding=encoding)
    return folder


@pytest.mark.parametrize("packed", [False, True], ids=["folder", "zip"])
def test_titles_with_the_mean_of_their_ratings(tmp_path: Path, packed: bool) -> None:
    frame = read_table(_written(tmp_path, TODAY, packed=packed))
    assert frame["title"].tolist() == ["Salt", "The Quiet Harbour", "Unseen"]
    assert frame["year"].tolist() == [1988, 1994, pd.NA]
    assert frame["genres"].tolist() == [pd.NA, "Drama;Crime", "Drama"]
    assert frame["url"].tolist() == ["https://www.imdb.com/title/tt0000012/", "https://www.imdb.com/title/tt9900001/", pd.NA]
    assert frame["rating"].tolist() == [1.0, 9.0, pd.NA]
    assert frame["votes"].tolist() == [1, 2, pd.NA]


@pytest.mark.parametrize("form", ["2003", "1998"])
@pytest.mark.parametrize("packed", [False, True], ids=["folder", "zip"])
def test_older_forms(tmp_path: Path, form: str, packed: bool) -> None:
    frame = read_table(_written(tmp_path, FORMS[form], packed=packed))
    assert frame["year"].tolist() == [1988, 1994]
    assert frame["rating"].tolist() == [2.0, 9.0]
    assert frame["votes"].tolist() == [1, 2]
    assert frame["title"].tolist()[1] == {"2003": "Le Café :: Bar", "1998": "Café"}[form]
    assert frame["genres"].tolist()[1] == {"2003": "Drama;Crime", "1998": "Drama"}[form]


@pytest.mark.parametrize("missing", ["ratings.csv", "links.csv"])
def test_files_beside_the_titles_may_be_missing(tmp_path: Path, missing: str) -> None:
    frame = read_table(_written(tmp_path, {name: text for name, text in TODAY.items() if name != missing}))
    assert len(frame) == 3
    assert ("rating" in frame, "url" in frame) == (missing != "ratings.csv", missing != "links.csv")


def test_a_folder_with_a_table_of_movies_is_none(tmp_path: Path) -> None:
    (tmp_path / "movies.csv").write_text("title\nSalt\n", encoding="utf-8")
    assert not is_movielens(tmp_path)
    with pytest.raises(SourceError, match="a folder, but not one of parts, of MovieLens"):
        read_table(tmp_path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("movies.csv", "movieId,title,genres\nx,Salt,Drama\n"),
        ("links.csv", "movieId,imdbId,tmdbId\n1\n"),
        ("ratings.csv", "userId\n1\n"),
        ("ratings.csv", ""),
        ("ratings.csv", "userId,movieId,rating\n1,7,good\n"),
    ],
)
def test_damaged_files_are_said_in_one_line(tmp_path: Path, name: str, text: str) -> None:
    _written(tmp_path, TODAY | {name: text})
    with pytest.raises(SourceError, match="not a data set of MovieLens that can be read") as caught:
        read_table(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_zip_that_is_cut_off(tmp_path: Path) -> None:
    path = _written(tmp_path, TODAY, packed=True)
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(SourceError, match="not a zip file that can be read"):
        read_table(path)
