import ftplib
import os
import ssl


def connect():
    ftp = ftplib.FTP_TLS("files.example.org", timeout=20, context=ssl.create_default_context())
    ftp.login("reports", os.environ["FTP_PASSWORD"])
    ftp.prot_p()
    return ftp


def upload(path):
    ftp = connect()
    try:
        with open(path, "rb") as source:
            ftp.storbinary("STOR " + os.path.basename(path), source)
    finally:
        ftp.quit()
