def dumps(*a):
    return '{}'
