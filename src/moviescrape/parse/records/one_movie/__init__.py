"""A page about one movie, of a site that nobody described.

title_page       the page as a whole: its headline, what it labels, its lines of facts
labelled_facts   values behind labels: definition lists, tables, lines that begin with a label
cast_cards       a cast as cards below its heading
title_scores     a score in a line
review_page      a critic's review of one film, by its headline and its markup
title_evidence   whether the page is about one movie, and no play, series, person or programme
"""
