import unittest


class SumTest(unittest.TestCase):
    def test_right(self):
        self.assertEqual(2, 1 + 1)

    def test_wrong(self):
        self.assertEqual(3, 1 + 1)
