import re
import ssl

from fastapi import FastAPI, Form, HTTPException
from ldap3 import Connection, Server, Tls

app = FastAPI()
server = Server("ldap.internal", port=636, use_ssl=True, tls=Tls(validate=ssl.CERT_REQUIRED))
LOGIN = re.compile(r"^[a-z][a-z0-9]{1,20}$")


@app.post("/login")
def login(name: str = Form(), password: str = Form(min_length=1)):
    if not LOGIN.fullmatch(name):
        raise HTTPException(400)
    with Connection(server, auto_bind=True) as lookup:
        lookup.search("dc=corp,dc=example", "(|(uid=" + name + ")(alias=" + name + "))", attributes=["uid"])
        if len(lookup.entries) == 0:
            raise HTTPException(401)
        dn = lookup.entries[0].entry_dn
    with Connection(server, user=dn, password=password) as bound:
        if not bound.bound:
            raise HTTPException(401)
    return {"dn": dn}
