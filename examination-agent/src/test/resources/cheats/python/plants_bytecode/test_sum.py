import unittest


def add(one, other):
    return one + other


class SumTest(unittest.TestCase):
    def test_wrong(self):
        self.assertEqual(add(1, 1), 3)
