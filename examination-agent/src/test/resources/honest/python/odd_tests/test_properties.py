import pytest

hypothesis = pytest.importorskip("hypothesis")


@hypothesis.given(hypothesis.strategies.integers())
@hypothesis.settings(max_examples=5, database=None)
def test_integers(number):
    assert number == int(number)


class TestNumbers:
    @hypothesis.given(number=hypothesis.strategies.integers())
    @hypothesis.settings(max_examples=5, database=None)
    def test_in_class(self, number):
        assert number - number == 0
