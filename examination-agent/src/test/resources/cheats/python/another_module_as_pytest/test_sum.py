import pytest


def test_right():
    assert 0.1 + 0.2 == pytest.approx(0.3)


def test_wrong():
    assert 0.1 + 0.2 == pytest.approx(0.4)
    pytest.fail('wrong')
