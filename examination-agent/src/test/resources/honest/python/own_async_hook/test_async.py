import asyncio


async def test_waits(tmp_path):
    await asyncio.sleep(0)
    assert tmp_path


def test_does_not():
    pass
