"""Model solutions of the course, one file a day: readable BeautifulSoup and pandas, each building on the day before.

helper.py      what is no part of a lesson: the command line, the practice site
day1 ... day6  the six days: homepage, pandas, then the scraper that grows from title and rating to a saved CSV
day7 ... day12 the week after: more pages, the top N, crawled details, and plots
"""
