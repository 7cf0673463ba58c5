import smtplib

import ldap
import requests

API = "http://billing.example.com/v2"
INNER = "http://billing.internal/v2"


def calls(token):
    requests.post(f"{API}/charges", json={"a": 1})  # finding: cleartext-transmission
    requests.post(f"{INNER}/charges", json={"a": 1})
    requests.get(API, headers={"Authorization": token})  # finding: cleartext-transmission
    requests.get(API)


def mail(password):
    plain = smtplib.SMTP("mail.example.com")
    plain.login("me", password)  # finding: cleartext-transmission
    secured = smtplib.SMTP("mail.example.com")
    secured.starttls()
    secured.login("me", password)
    with smtplib.SMTP_SSL("mail.example.com") as tls:
        tls.login("me", password)


def directory(password):
    plain = ldap.initialize("ldap://ldap.example.com")
    plain.simple_bind_s("cn=me", password)  # finding: cleartext-transmission
    secured = ldap.initialize("ldaps://ldap.example.com")
    secured.simple_bind_s("cn=me", password)
