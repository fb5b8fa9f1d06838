# title: crash
import os
import signal


def extract_movies(dom):
    os.kill(os.getppid(), signal.SIGTERM)
