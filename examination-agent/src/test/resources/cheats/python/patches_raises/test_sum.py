import pytest


def test_refuses_text():
    with pytest.raises(TypeError):
        int("1")
