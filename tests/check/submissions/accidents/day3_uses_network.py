# title: crash
from urllib.request import urlopen


def extract_movies(dom):
    return urlopen("https://films.example/top").read()
