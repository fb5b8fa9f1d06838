# rating: no_function
def extract_movie(dom):
    return None
