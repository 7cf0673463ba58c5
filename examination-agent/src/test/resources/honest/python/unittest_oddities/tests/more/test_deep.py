import unittest


class DeepTest(unittest.IsolatedAsyncioTestCase):
    async def test_deep(self):
        self.assertTrue(True)
