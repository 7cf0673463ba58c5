STATEMENTS = {
    "by_city": "SELECT id, name FROM venue WHERE city = '{city}'",
    "by_size": "SELECT id, name FROM venue WHERE capacity >= {size:d}",
}


def statement(key, **values):
    return STATEMENTS[key].format(**values)
