def test_example(): assert False
