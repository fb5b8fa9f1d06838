# rating: no_function
import seleniumwire_of_nobody


def extract_movies(dom):
    return seleniumwire_of_nobody.read(dom)
