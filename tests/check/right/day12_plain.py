import sys

import matplotlib.pyplot as plt
import pandas as pd

movies = pd.read_csv(sys.argv[1], keep_default_na=False, na_values=[""])
movies["language"] = movies["languages"].str.split(";")
movies["decade"] = movies["year"] // 10 * 10
movies = movies.explode("language")
movies = movies[movies["language"] != "None"]
counts = movies.pivot_table(index="decade", columns="language", values="title", aggfunc="count", fill_value=0)
counts[movies["language"].value_counts().index[:10]].plot(figsize=(10, 6))
plt.savefig(sys.argv[2])
for decade in (1970, 2010):
    print(decade, counts.loc[decade].sort_values(ascending=False).index[1])
