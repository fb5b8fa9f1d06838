import sys

import matplotlib.pyplot as plt
import pandas as pd

movies = pd.read_csv(sys.argv[1], keep_default_na=False, na_values=[""])
means = movies.groupby("year")["rating"].mean()
plt.figure(figsize=(12, 5))
plt.bar(means.index, means.values)
plt.ylim(means.min() - 0.2, means.max() + 0.2)
plt.xlabel("Year")
plt.ylabel("Mean rating")
plt.savefig(sys.argv[2])
print(means.idxmax())
