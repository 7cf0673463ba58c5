import random

from tokens import keep


def test_keeps(session):
    keep(session, random.randint(1, 9))
