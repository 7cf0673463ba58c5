import abc
import os
import unittest
from unittest import TestCase as Case
from unittest import mock

from tests.base import BaseCase


class Contract:
    def test_contract(self):
        self.assertEqual(self.value, 3)


class OneTest(Contract, Case):
    value = 3

    @mock.patch("os.getcwd")
    def test_patched(self, getcwd):
        self.assertIsNot(os.getcwd(), None)


class DerivedTest(BaseCase):
    value = 4


class Abstract(unittest.TestCase, abc.ABC):
    pass


@unittest.skip("as a whole")
class SkippedTest(unittest.TestCase):
    def test_skipped(self):
        self.fail()


class NoServerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest("no server")

    def test_with_server(self):
        self.fail()


class Removed(unittest.TestCase):
    def test_never(self):
        self.fail()


del Removed


class Scenario(unittest.TestCase):
    name = ""

    def id(self):
        return super().id() + ("(%s)" % self.name if self.name else "")

    def test_scenario(self):
        self.assertTrue(self.name)


def load_tests(loader, tests, pattern):
    suite = unittest.TestSuite()
    for group in tests:
        for test in group:
            if isinstance(test, Scenario):
                for name in ("one", "two"):
                    scenario = Scenario(test._testMethodName)
                    scenario.name = name
                    suite.addTest(scenario)
            else:
                suite.addTest(unittest.defaultTestLoader.loadTestsFromTestCase(type(test))
                              if test._testMethodName == loader.getTestCaseNames(type(test))[0] else unittest.TestSuite())
    return suite
