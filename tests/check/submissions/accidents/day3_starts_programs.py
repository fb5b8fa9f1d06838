# title: crash
import subprocess


def extract_movies(dom):
    return subprocess.run(["curl", "https://films.example/top"], check=True)
