# title: crash
import sys


def extract_movies(dom):
    sys.exit("I am done")
