def test_right():
    assert 1 + 1 == 2
