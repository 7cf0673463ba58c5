import os


def test_passes():
    pass


def test_ends_the_process():
    os._exit(0)


def test_adds():
    assert 1 + 1 == 3
