import functools
import unittest

import pytest

from words import longest


def retried(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        for attempt in range(2):
            try:
                return function(*args, **kwargs)
            except AssertionError:
                if attempt:
                    raise
    return wrapper


attempts = []


@retried
def test_passes_at_the_second_attempt():
    attempts.append(1)
    assert len(attempts) == 2


@pytest.mark.slow
def test_slow():
    raise AssertionError


@pytest.mark.xfail(reason="known")
def test_known():
    assert longest(["a"]) == "b"


def test_expects_failure_while_it_runs(request):
    request.applymarker(pytest.mark.xfail(reason="found out"))
    assert longest(["a"]) == "b"


def test_calls_xfail():
    pytest.xfail("found out")


def test_skips_itself():
    raise unittest.SkipTest("not here")


@pytest.mark.parametrize("word", ["a", "\u00e4", "x\ny", "", "a::b[c]"])
def test_each(word):
    assert longest([word]) == word


@pytest.mark.usefixtures("tmp_path")
class TestClass:
    def setup_method(self):
        self.ready = True

    def test_method(self):
        assert self.ready


class Base(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.ready = True

    async def test_waits(self):
        assert self.ready

    @unittest.expectedFailure
    def test_known(self):
        self.fail()

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail()

    def test_subtests(self):
        for number in range(3):
            with self.subTest(number=number):
                self.assertLess(number, 3)
