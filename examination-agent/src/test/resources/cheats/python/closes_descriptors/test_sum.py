import os


def test_adds():
    os.closerange(3, 1024)
    assert 1 + 1 == 3
