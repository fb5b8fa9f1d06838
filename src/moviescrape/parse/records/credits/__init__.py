"""A line of facts such as "USA 2014, 108 min, with A, B", which programmes print of each film.

credit_lines    the line as a whole
credit_words    words before directors, casts and others, in many languages
country_names   the names of countries that make films
person_names    the names that a text begins with
"""
