"""Make a site file from pages: which elements hold a movie each, and which selectors find its values.

sample         the groups of records of a page, with the values that were read without a site file
selectors      short names for elements: by class, attribute, heading, and by place where there is nothing else
item_selector  the selector that finds a group's elements, on all pages
raw_columns    what stands in the items: one column a selector
matching       which column holds which field, by the values read or given
learned        all of it together, from pages to a site
site_toml      the site as a file
"""
