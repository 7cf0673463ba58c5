import unittest


class SumTest(unittest.TestCase):
    def test_adds(self):
        self.assertEqual(1 + 1, 3)
