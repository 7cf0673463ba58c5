def longest(words):
    """The longest.

    >>> longest(["a", "bb"])
    'bb'
    """
    return max(words, key=len)
