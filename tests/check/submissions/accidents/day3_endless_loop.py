# title: timeout
def extract_movies(dom):
    while True:
        pass
