import asyncio
import ssl

import aiohttp

PEERS = ("https://node1.example.org", "https://node2.example.org")


async def pull(session, peer):
    async with session.get(peer + "/state") as answer:
        return await answer.json()


async def main():
    trust = ssl.create_default_context(cafile="/etc/sync/ca.pem")
    connector = aiohttp.TCPConnector(limit=4, ssl=trust if PEERS else False)
    async with aiohttp.ClientSession(connector=connector) as session:
        states = await asyncio.gather(*(pull(session, peer) for peer in PEERS))
    print(max(state["version"] for state in states))


if __name__ == "__main__":
    asyncio.run(main())
