# title: crash
def extract_movies(dom):
    return input("Which page? ")
