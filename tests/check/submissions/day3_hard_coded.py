# title: other_page
import pandas as pd


def extract_movies(dom):
    titles = [f"The Movie that I Saw on Evening {number}" for number in range(50)]
    return pd.DataFrame({"title": titles, "rating": [9.2 - number / 50 for number in range(50)]})
