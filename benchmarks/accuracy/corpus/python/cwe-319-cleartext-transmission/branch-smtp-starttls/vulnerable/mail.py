import os
import smtplib
import ssl
from email.message import EmailMessage


def send(to: str, text: str):
    message = EmailMessage()
    message["From"] = "robot@example.org"
    message["To"] = to
    message["Subject"] = "Statement"
    message.set_content(text)
    with smtplib.SMTP("smtp.example.org", 587) as server:
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
        server.login("robot", os.environ["SMTP_PASSWORD"])
        server.send_message(message)
