import unittest


class BaseCase(unittest.TestCase):
    value = 4

    def test_value(self):
        self.assertEqual(self.value, 4)
