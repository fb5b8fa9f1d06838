# rating: other_row
import pandas as pd


def extract_movies(dom):
    titles = [link.text for link in dom.select(".lister-item-header a")]
    ratings = [float(strong.text) for strong in dom.select(".ratings-imdb-rating strong")]
    ratings = [9.9] + ratings[: len(titles) - 1]
    return pd.DataFrame({"title": titles, "rating": pd.Series(ratings)})
