attempts = []


def test_described():
    assert True


def test_second_attempt():
    attempts.append(1)
    assert len(attempts) == 2
