import pytest


def check_right():
    assert 1 + 1 == 2


def check_deselected():
    assert False


@pytest.mark.online
def check_online():
    assert False
