import doctest
import unittest
from unittest import mock


def double(number):
    """
    >>> double(2)
    4
    """
    return 2 * number


def load_tests(loader, tests, pattern):
    tests.addTests(doctest.DocTestSuite())
    tests.addTest(unittest.FunctionTestCase(lambda: None))
    return tests


def setUpModule():
    unittest.addModuleCleanup(lambda: None)


class Traced(unittest.TestCase):
    def run(self, result=None):
        with mock.patch("time.time", return_value=0):
            return super().run(result)

    def shortDescription(self):
        return None


unittest.TestCase.shortDescription = lambda self: None
unittest.TestCase.assertItemsEqual = unittest.TestCase.assertCountEqual


class MoreTest(Traced):
    @classmethod
    def setUpClass(cls):
        cls.ready = True

    def setUp(self):
        self.addCleanup(lambda: None)

    def test_ready(self):
        self.assertTrue(self.ready)

    @unittest.expectedFailure
    def test_known(self):
        self.assertEqual(1, 2)

    def test_skips(self):
        self.skipTest("not here")

    def test_subtests(self):
        for number in range(3):
            with self.subTest(number=number):
                self.assertEqual(double(number), number + number)


class WaitsTest(unittest.IsolatedAsyncioTestCase):
    async def test_waits(self):
        self.assertIsNone(None)


class AbsentTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest("no server")

    def test_never(self):
        self.fail()

    def test_never_either(self):
        self.fail()
