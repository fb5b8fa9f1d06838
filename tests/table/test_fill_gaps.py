"""The list's values win, the detail fills gaps."""

from moviescrape.movie import Movie
from moviescrape.table.fill_gaps import fill_gaps

ROW = Movie("Heat", rating=0.0, year=1995, url="list/heat", rank=7)
DETAIL = Movie("Heat (US)", rating=8.3, year=1996, actors=("Al Pacino",), runtime=170, url="detail/heat", languages=("English",))


def test_the_lists_values_win_even_a_rating_of_zero() -> None:
    merged = fill_gaps(ROW, DETAIL)
    assert (merged.title, merged.rating, merged.year, merged.url, merged.rank) == ("Heat", 0.0, 1995, "list/heat", 7)


def test_the_detail_fills_gaps() -> None:
    merged = fill_gaps(ROW, DETAIL)
    assert (merged.actors, merged.runtime, merged.languages) == (("Al Pacino",), 170, ("English",))
