# cython: language_level=3
def probe():
    return 1
