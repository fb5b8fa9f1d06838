# title: no_function
import pandas as pd

def extract_movies(dom)
    return pd.DataFrame()
