# explode_actors: extra_row
import pandas as pd


def clean(df):
    out = df.copy()
    out["title"] = df["title"].str.strip()
    out["year"] = pd.to_numeric(df["year"].str.extract(r"(\d{4})")[0])
    out["rating"] = pd.to_numeric(df["rating"].str.replace(",", ".").str.extract(r"([\d.]+)")[0])
    out["runtime"] = pd.to_numeric(df["runtime"].str.extract(r"(-?\d+)")[0])
    return out


def count_movies(df):
    return df.groupby(["title", "year"]).ngroups


def movies_per_year(df):
    return df["year"].value_counts()


def longest_and_shortest(df):
    fine = df[(df["runtime"] > 0) & (df["runtime"] <= 600)].sort_values("runtime")
    return pd.concat([fine.tail(1), fine.head(1)])


def to_long(df):
    once = df.drop_duplicates(["title", "year"])
    return once.melt(["title", "year"], ["rating", "runtime"], "measure", "value")


def to_wide(long):
    return long.pivot(index=["title", "year"], columns="measure", values="value")


def median_runtimes(df):
    df = df.assign(decade=df["year"] - df["year"] % 10)
    return df.pivot_table(values="runtime", index="decade", columns="language", aggfunc="median")


def explode_actors(df):
    df = df.dropna(subset="actors")
    return df.assign(actor=df["actors"].str.split(";"))


def best_of_each_actor(df, n):
    roles = explode_actors(df.drop_duplicates(["title", "year"])).dropna(subset="rating")
    roles = roles.reset_index(drop=True).reset_index()
    roles = roles.sort_values(["actor", "rating", "index"], ascending=[True, False, True])
    return roles.groupby("actor").head(n)[["actor", "title", "year", "rating"]]
