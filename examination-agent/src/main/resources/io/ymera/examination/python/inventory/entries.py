"""How a test is told of; see list_tests.py."""

ANY, DIGIT = "\x01", "\x02"


def entry(line, name, also, scopes, why):
    return {"line": line, "id": name, "also": also, "scopes": scopes, "why": why}


def off(test):
    """What a value of __test__ says against a test."""
    if test == "?":
        return "whether it is a test is computed by its source (__test__)"
    return "__test__ is False in its source" if test is False else None


def condition(facts):
    return "it is defined only under a condition that can't be read from its source" if facts["conditional"] else None
