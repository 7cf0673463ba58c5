import unittest

import pytest

from words import longest


@pytest.mark.parametrize("words, expected", [(["a", "bb"], "bb"), (["ä", "ö"], "ä"), (["x"], "y")])
def test_longest(words, expected):
    assert longest(words) == expected


def test_of_nothing():
    longest([])


@pytest.fixture
def broken():
    raise RuntimeError("set-up failed")


def test_with_broken_fixture(broken):
    pass


@pytest.fixture
def leaky():
    yield 1
    raise RuntimeError("clean-up failed")


def test_with_leaky_fixture(leaky):
    print("printed")
    assert leaky == 1


@pytest.mark.skip(reason="not today")
def test_skipped():
    pass


@pytest.mark.xfail(reason="known bug")
def test_xfailed():
    assert longest(["aa", "bb"]) == "bb"


@pytest.mark.xfail
def test_xpassed():
    assert longest(["aa", "b"]) == "aa"


@pytest.mark.xfail(strict=True)
def test_strict_xpassed():
    assert True


class LongestTest(unittest.TestCase):
    def test_unittest_style(self):
        self.assertEqual(longest(["a", "bb"]), "bb")

    def test_subtests(self):
        for words in (["a"], ["bb"], ["a", "bb"]):
            with self.subTest(words=words):
                self.assertEqual(longest(words), "bb")
