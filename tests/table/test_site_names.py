"""Tables are called by their sites, else by what they are called, and never two alike."""

import pandas as pd

from moviescrape.table.site_names import name_tables


def of(*urls: str | None) -> pd.DataFrame:
    return pd.DataFrame({"url": pd.Series(urls, dtype="string")})


def test_a_table_of_several_sites_and_tables_of_one_site_keep_their_names() -> None:
    films = of("https://films.example/1", None)
    mixed = of("https://films.example/1", "https://www.imdb.com/title/tt0000001/")
    assert list(name_tables([("a", films), ("b", mixed), ("c", of())])) == ["films", "b", "c"]
    assert list(name_tables([("a", films), ("b", films), ("a", films)])) == ["a", "b", "a_2"]
