import sys

import matplotlib.pyplot as plt
import pandas as pd

movies = pd.read_csv(sys.argv[1], keep_default_na=False, na_values=[""])
counts = movies["actors"].dropna().str.split(";").explode().value_counts().head(50)
counts.plot.bar(figsize=(16, 8))
plt.tight_layout()
plt.savefig(sys.argv[2])
print(counts.index[0], "appears most")
