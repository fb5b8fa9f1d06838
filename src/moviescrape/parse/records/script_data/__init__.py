"""The movies that a page's scripts hold as data, whatever the site and the path to them.

script_values    what the scripts hold
script_objects   which of their objects are alike
script_records   those of them that are movies, as records
script_evidence  whether objects are movies
object_columns   alike objects as a table; object_keys: what their keys mean
object_records   the rows of such a table as records
"""
