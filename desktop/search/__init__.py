"""Finding a target by what a person types: a part of its name, its code, pinyin initials or full pinyin.

It knows nothing of books, boards or windows: whoever wants to be found hands in `Target`s.
"""
