def test_adds():
    for number in range(100000):
        with open("filler%d" % number, "wb") as file:
            file.write(b"x" * (8 << 20))
