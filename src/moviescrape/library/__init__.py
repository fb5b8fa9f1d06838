"""The functions for those who write Python, under the names that `moviescrape` itself has.

What they are given is checked here, and what is none of it is one TypeError that says what is taken; the work is done below.

scrape       sites and saved pages -> movies, a frame or a file: scrape, scrape_iter, run, parse_files
one_html     one page that you have -> what it says, and why: parse_html, explain
page_input   HTML, a file, a response or a tree -> Page
tables       frames: read_table, top, plot_years
"""
