# title: no_table
def extract_movies(dom):
    for _ in range(1000):
        print("x" * 1_000_000)
