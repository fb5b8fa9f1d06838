# title: crash
def extract_movies(dom):
    return bytearray(20 * 2**30)
