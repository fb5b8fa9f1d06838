"""A table of movies -> a data set for a model: splits that share no film, a card, machine-readable descriptions.

dataset_files the files of a data set
splits        which rows are for training, validation and test
licences      what may be published, by where a row is from
task          features and target of a question to a model
baseline      what a guess and a simple model score on it
card          README.md, as dataset hubs read it
croissant     croissant.json (MLCommons Croissant 1.0)
"""
