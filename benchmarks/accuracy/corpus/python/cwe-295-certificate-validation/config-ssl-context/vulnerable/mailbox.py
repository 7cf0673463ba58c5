import imaplib
import os
import ssl


def context():
    created = ssl.create_default_context(cafile="/etc/mail/ca.pem")
    created.check_hostname = False
    created.verify_mode = ssl.CERT_NONE
    created.minimum_version = ssl.TLSVersion.TLSv1_2
    return created


def unread():
    with imaplib.IMAP4_SSL("imap.example.org", ssl_context=context()) as box:
        box.login("robot", os.environ["MAIL_PASSWORD"])
        box.select("INBOX", readonly=True)
        _, data = box.search(None, "UNSEEN")
        return data[0].split()


if __name__ == "__main__":
    print(len(unread()))
