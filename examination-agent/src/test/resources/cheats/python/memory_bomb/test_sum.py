def test_adds():
    taken = []
    while True:
        taken.append(bytearray(64 << 20))
