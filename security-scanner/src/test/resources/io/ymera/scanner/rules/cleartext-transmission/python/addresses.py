import ftplib

import requests

requests.post("http://pay.shop.com/charge", json={"card": 1})  # finding: cleartext-transmission
requests.post("https://pay.shop.com/charge", json={"card": 1})
requests.post("http://localhost:8080/charge", json={"card": 1})
requests.get("http://pay.shop.com/public")
ftplib.FTP("ftp.shop.com")  # finding: cleartext-transmission
ftplib.FTP_TLS("ftp.shop.com")
