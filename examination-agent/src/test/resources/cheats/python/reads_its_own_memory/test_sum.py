def test_adds():
    with open("/proc/self/mem", "rb") as memory:
        memory.seek(id(memory))
        memory.read(1)
