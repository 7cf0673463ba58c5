import ssl
import urllib.request

import aiohttp
import httpx
import requests

requests.get("https://x.org", verify=False)  # finding: tls-verification
requests.get("https://x.org", verify="/etc/ca.pem")
httpx.Client(verify=False)  # finding: tls-verification
session = requests.Session()
session.verify = False  # finding: tls-verification
context = ssl.create_default_context()
context.check_hostname = False  # finding: tls-verification
context.verify_mode = ssl.CERT_NONE  # finding: tls-verification
urllib.request.urlopen("https://x.org", context=ssl._create_unverified_context())  # finding: tls-verification
good = ssl.create_default_context(cafile="/etc/ca.pem")
good.verify_mode = ssl.CERT_REQUIRED


async def load():
    aiohttp.TCPConnector(ssl=False)  # finding: tls-verification
    aiohttp.TCPConnector(limit=3)
