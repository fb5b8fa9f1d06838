"""`python -m moviescrape` is `moviescrape`."""

from moviescrape.cli import main

if __name__ == "__main__":
    main()
