import ftplib
import os


def connect():
    ftp = ftplib.FTP("files.example.org", timeout=20)
    ftp.login("reports", os.environ["FTP_PASSWORD"])
    return ftp


def upload(path):
    ftp = connect()
    try:
        with open(path, "rb") as source:
            ftp.storbinary("STOR " + os.path.basename(path), source)
    finally:
        ftp.quit()
