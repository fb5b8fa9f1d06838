# %% [markdown]
# # Day 1: a homepage
#
# Before you take pages apart, build some. A web site is a folder of text files: pages in HTML, which say what is what, and a
# stylesheet in CSS, which says how it looks. This program writes such a folder; open its `index.html` in a browser.
#
# What the site must have: four pages or more, and from each of them a way to every other; a list, a table and an image; a
# stylesheet with at least five properties and five kinds of selector, `#id` and `.class` among them; no image above 1 MB,
# all of it at most 5 MB.

# %%
import argparse
from collections.abc import Sequence
from pathlib import Path

from moviescrape.assignments.helper import command_line

# %% [markdown]
# ## What all pages share
#
# The same head and the same navigation on each page: so any page can be reached from any other. `{title}` and `{content}` are
# filled in below.

# %%
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{title}</title>
  <link rel="stylesheet" href="style.css">
</head>
<body>
  <nav id="menu">
    <ul>
      <li><a href="index.html">Home</a></li>
      <li><a href="films.html">Films I like</a></li>
      <li><a href="week.html">My week</a></li>
      <li><a href="about.html">About me</a></li>
    </ul>
  </nav>
  <main>
    <h1>{title}</h1>
{content}
  </main>
</body>
</html>
"""

# %% [markdown]
# ## The pages
#
# Each is a title and what stands below it. The image has a text for those who can't see it (`alt`), and its size, so that
# the page doesn't jump when it arrives.

# %%
PAGES = {
    "index.html": (
        "Robin's homepage",
        """    <p class="lead">Hello! I study data processing, and I like lighthouses and films in which little happens.</p>
    <img src="lighthouse.svg" alt="A lighthouse by night" width="240" height="240">
    <p>Read on about <a href="films.html">films</a>, <a href="week.html">my week</a> or <a href="about.html">me</a>.</p>""",
    ),
    "films.html": (
        "Films I like",
        """    <p class="lead">All of them are invented, like everything else here.</p>
    <ol>
      <li>The Lesser Gazebo</li>
      <li>Nine Oranges for Saltby</li>
      <li>Who Mended the Crooked Harmonium?</li>
    </ol>""",
    ),
    "week.html": (
        "My week",
        """    <table>
      <caption>What we do this week</caption>
      <thead><tr><th scope="col">Day</th><th scope="col">What we scrape</th></tr></thead>
      <tbody>
        <tr><td>Tuesday</td><td>Title and rating</td></tr>
        <tr><td>Wednesday</td><td>Year and actors</td></tr>
        <tr><td>Thursday</td><td>Runtime and URL</td></tr>
        <tr><td>Friday</td><td>The whole table, saved</td></tr>
      </tbody>
    </table>""",
    ),
    "about.html": (
        "About me",
        """    <p class="lead">I live by the sea.</p>
    <p>This site was written by hand, in an evening. <a href="index.html">Back to the start</a></p>""",
    ),
}

# %% [markdown]
# ## The stylesheet
#
# A rule is a selector (which elements?) and declarations (what about them?). The kinds of selector here: an element (`h1`),
# an id (`#menu`), a class (`.lead`), something inside something (`#menu ul`), a direct child (`tbody > tr`), a state
# (`a:hover`), an attribute (`img[alt]`).

# %%
STYLESHEET = """body { max-width: 42rem; margin: 0 auto; padding: 1rem; font-family: Georgia, serif; }
body { color: #222; background: #fdfcf8; }
h1 { color: #1f4e5f; }
#menu { border-bottom: 2px solid #1f4e5f; }
#menu ul { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; list-style: none; }
.lead { font-size: 1.2rem; }
a { color: #1f4e5f; }
a:hover { text-decoration: none; }
img[alt] { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
th, td { padding: 0.3rem 0.8rem; text-align: left; }
tbody > tr:nth-child(odd) { background: #eef3f3; }
"""

# %% [markdown]
# ## The image
#
# An SVG is an image written as text.

# %%
IMAGE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240">
  <rect width="240" height="240" fill="#16323d"/>
  <circle cx="190" cy="45" r="18" fill="#f4ecd0"/>
  <polygon points="120,74 0,30 0,110" fill="#f4d35e" opacity="0.5"/>
  <polygon points="105,90 135,90 145,200 95,200" fill="#fdfcf8"/>
  <polygon points="102,125 138,125 141,155 99,155" fill="#c8553d"/>
  <rect x="106" y="62" width="28" height="28" fill="#f4d35e"/>
  <polygon points="100,62 140,62 120,42" fill="#c8553d"/>
  <path d="M0 200 Q60 188 120 200 T240 200 V240 H0 Z" fill="#1f4e5f"/>
</svg>
"""

# %% [markdown]
# ## Write it


# %%
def write_homepage(folder: Path) -> None:
    """Write the site into a folder that is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (title, content) in PAGES.items():
        write_text(folder / name, PAGE.format(title=title, content=content))
    write_text(folder / "style.css", STYLESHEET)
    write_text(folder / "lighthouse.svg", IMAGE)


def write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


# %%
def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Day 1: write a homepage of four pages.")
    parser.add_argument("--out", type=Path, default=Path("output/day1"), help="the folder (default: output/day1)")
    options = parser.parse_args(command_line(arguments))
    write_homepage(options.out)
    print(f"{options.out / 'index.html'}: open it in a browser")


if __name__ == "__main__":
    main()
