# title: timeout
while True:
    pass
