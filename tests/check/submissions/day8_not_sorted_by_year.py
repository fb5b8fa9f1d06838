# order: sorting
import sys

import pandas as pd

n, source, output = int(sys.argv[2]), sys.argv[3], sys.argv[4]
movies = pd.read_csv(source, keep_default_na=False, na_values=[""]).dropna(subset="rating")
movies = movies.sort_values("rating", ascending=False, kind="stable")
movies.groupby("year").head(n).to_csv(output, index=False)
