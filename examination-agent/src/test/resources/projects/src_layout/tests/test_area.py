import subprocess
import sys
import unittest

import shapes


class AreaTest(unittest.TestCase):
    def test_area(self):
        self.assertEqual(shapes.area(2, 3), 6)

    def test_a_process_of_its_own_finds_the_package_too(self):
        output = subprocess.check_output([sys.executable, "-c", "import shapes; print(shapes.area(2, 2))"])
        self.assertEqual(output.strip(), b"4")
