def upper(title):
    return title.upper()


def reverse(title):
    return title[::-1]
