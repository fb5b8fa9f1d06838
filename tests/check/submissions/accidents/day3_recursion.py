# title: crash
def extract_movies(dom):
    return extract_movies(dom)
