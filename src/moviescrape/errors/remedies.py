"""What helps, where it is done otherwise from Python than on the command line: each kind in the words of both.

An error carries the kind; `str(error)` is in the library's words, `MoviescrapeError.with_options` in those of the commands.
"""

from enum import Enum


class Remedy(Enum):
    """A kind of remedy: what to do `in_python`, and the same `with_options` of the command line."""

    GIVE_CONTACT = (
        "give contact='you@example.org', or a URL",
        "give --contact with a mail address or URL, or set MOVIESCRAPE_CONTACT",
    )
    CHOOSE_OUT = ("give out= another name", "give --out another name")
    CHOOSE_FORMAT = ("end the name of out in one of these", "end it in one of these, or give --format")
    CHOOSE_STORE = ("give store= another name", "give another --store")
    CREATE_FOLDER_OF_STORE = ("create it, or give store= another name", "create it, or give another --store")
    WAIT_FOR_STORE = ("wait for it, or give store= another name", "wait for it, or give another --store")
    MOVE_STORE = ("move it away, or give store= another name", "move it away, or give another --store")
    CHOOSE_PORT = ("give another port=", "name another one with --port")
    ADD_COLUMN = (
        "ask for it with columns=, and with details=True where only the movies' own pages say it",
        "scrape it with --columns, and with --details where only the movies' own pages say it",
    )
    KEEP_PRIVATE = (
        "leave out publishable=True, and keep the data set to yourself",
        "leave out --publishable, and keep the data set to yourself",
    )
    OTHER_SALT = ("give a larger table, or try another salt=", "name a larger table, or try another --salt")
    LIMIT_PAGES = ("say with max_pages= how far to follow it", "say with --max-pages how far to follow it")
    SAVE_ALL_PAGES = ("save the other pages too", "save the other pages too, or leave out --whole")
    WAIT_AS_ASKED = (
        "if you have the time, give settings=Settings(delay_s=...) as much",
        "if you have the time, give as much as --delay",
    )
    ASK_SLOWER = (
        "wait, then ask again with a larger delay_s in settings=Settings(...)",
        "wait, then run again with a larger --delay",
    )
    FETCH_ONCE = ("ask once with offline=False", "run once without --offline")
    OPEN_PRIVATE_HOST = (
        "if it is yours, name the page itself, or its host in settings=Settings(private_hosts=...)",
        "if it is yours, name the page itself or give --private-host",
    )
    FETCH_PAGES = ("fetch pages with moviescrape.scrape or moviescrape.run", "fetch pages with `moviescrape run`")
    READ_SAVED_PAGE = (
        "save the page in your browser, then read the file with moviescrape.parse_files",
        "save the page in your browser, then `moviescrape parse` the file",
    )
    MAKE_TABLE = (
        "moviescrape.to_frame(moviescrape.parse_files(path)) makes one of pages",
        "make one of pages with `moviescrape parse PATH --out movies.csv`",
    )
    EXPLAIN_PAGE = (
        "moviescrape.explain shows what is found on the page; report it",
        "`moviescrape explain` shows what is found on the page; report it",
    )
    STATE_ADDRESS = (
        "give a list of movies or a movie's own page; if it is one, say with url= where it is from",
        "give a list of movies or a movie's own page; if it is one, say with --url where it is from",
    )
    WRITE_FLOORS = ("name one that `moviescrape drift` saved", "write one with `moviescrape drift PATH --save FILE`")
    NAME_DATA_FILES = (
        "name the folder that holds title.basics.tsv.gz",
        "name the folder that holds title.basics.tsv.gz, or leave out --types, --min-votes, --adult, --stars and --top",
    )
    ONE_PROCESS = (
        "read it with moviescrape.imdb_data or moviescrape.read_table",
        "leave out --workers, --engine and --scheduler, name a file with --out, and read archives apart from it",
    )
    PARSE_AGAIN = ("make the table again", "make it again, without --retry-failed")
    RETRY_FAILED = (
        "the others were read; read it alone with moviescrape.parse_files",
        "the others were read; --retry-failed reads it again, with more time and memory",
    )
    NAME_BASE = (
        "read a table with moviescrape.read_table; an index is read by `moviescrape parse`",
        "say with --base what stands before the archives' names; a table is read by the other commands",
    )
    ONE_READER = ("ask with one process", "leave out --workers, or read from s3://")
    CHOOSE_DASK = ("give dask=True", "add --engine dask")

    def __init__(self, in_python: str, with_options: str) -> None:
        self.in_python = in_python
        self.with_options = with_options
