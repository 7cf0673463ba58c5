import abc
import functools
import os
import sys
import unittest

import pytest


def expand(*values):
    """As parameterized does it: takes the function away and leaves several with numbers in their names."""
    def decorate(function):
        frame = sys._getframe(1)
        for number, value in enumerate(values):
            frame.f_locals["%s_%d_%s" % (function.__name__, number, value)] = lambda self, value=value: function(self, value)
        return None
    return decorate


def without_wraps(function):
    def called():
        return function()
    return called


def with_wraps(function):
    @functools.wraps(function)
    def called(*args, **kwargs):
        return function(*args, **kwargs)
    return called


@pytest.mark.parametrize("number", [1, 2, 3])
def test_parametrised(number):
    assert number < 4


@pytest.mark.parametrize("nothing", [])
def test_of_no_parameters(nothing):
    assert nothing


@pytest.fixture
def test_value():
    return 3


def test_fixture(test_value):
    def test_nested():
        assert False
    assert test_value == 3


if sys.version_info < (3,):
    def test_old():
        assert unicode
else:
    def test_new():
        assert str

if os.environ.get("NEVER_SET_BY_ANYBODY"):
    def test_with_a_server():
        assert False

try:
    import surely_not_installed
except ImportError:
    surely_not_installed = None
else:
    def test_what_is_not_installed():
        assert False


def test_twice():
    assert False


def test_twice():
    assert True


@without_wraps
def test_decorated():
    assert True


@with_wraps
def test_wrapped():
    assert True


def test_rebound():
    assert True


test_rebound = with_wraps(test_rebound)


def test_helper():
    assert False


test_helper.__test__ = False


def test_gone():
    assert False


del test_gone


class TestWithConstructor:
    def __init__(self, value):
        self.value = value

    def test_nothing(self):
        assert False


class TestSwitchedOff:
    __test__ = False

    def test_abstract(self):
        assert self.value


class TestSwitchedOn(TestSwitchedOff):
    __test__ = True
    value = 1


class Contract(abc.ABC):
    @abc.abstractmethod
    def make(self):
        """What is tested."""

    def test_makes(self):
        assert self.make()

    def test_overridden(self):
        assert False


class TestContract(Contract):
    def make(self):
        return 1

    def test_overridden(self):
        assert True


class AbstractCase(unittest.TestCase, abc.ABC):
    @abc.abstractmethod
    def make(self):
        """What is tested."""

    def test_case(self):
        assert self.make()


class ConcreteCase(AbstractCase):
    def make(self):
        return 1


class Mixin:
    def test_of_mixin(self):
        self.assertEqual(self.value, 1)


class MixedCase(Mixin, unittest.TestCase):
    value = 1

    @expand(1, 2)
    def test_expanded(self, value):
        assert value < 3

    @classmethod
    @unittest.skip("as a class")
    def test_class_method(cls):
        pass


class Holder:
    class Base(unittest.TestCase):
        def test_never(self):
            assert False


class TestOuter:
    class TestInner:
        def test_deep(self):
            assert True

    @staticmethod
    def test_static():
        assert True

    @property
    def test_property(self):
        raise AssertionError

    test_none = None


class TestNames(dict):
    """A class of another library's, with a name like a test's: it has a constructor."""

    def test_like(self):
        return self


def generate():
    for number in range(2):
        def test():
            assert number < 2
        globals()["test_generated_%d" % number] = test


generate()
