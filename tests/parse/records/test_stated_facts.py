"""Which records state facts, which are headings, and which are the parts of one page."""

from parse.records.test_records import TITLES, movies_of


def test_the_parts_of_a_movies_page_are_no_movies() -> None:
    parts = ("Overview", "Cast", "Details", "FAQ", "Trailers", "Awards", "News")
    body = "".join(f"<h3>{part}</h3><p>1994</p><p>104 min</p><p>Director: Ana Bo</p>" for part in parts)
    assert {movie.title for movie in movies_of(body, "Films: The Quiet Pier")} <= {"The Quiet Pier"}


def test_a_film_may_be_called_as_a_part_is() -> None:
    titles = ("Details", *TITLES)
    body = "".join(f"<h3>{title}</h3><p>1994</p><p>104 min</p><p>Director: Ana Bo</p>" for title in titles)
    assert {movie.title for movie in movies_of(body, "Films now showing")} == set(titles)
