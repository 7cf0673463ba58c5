import ldap
import ldap.filter
from flask import Flask, jsonify, request

app = Flask(__name__)
BASE = "ou=people,dc=example,dc=org"


@app.get("/people")
def people():
    uid = request.args["uid"]
    connection = ldap.initialize("ldaps://ldap.example.org")
    connection.simple_bind_s()
    query = "(&(objectClass=person)(uid=%s))" % uid
    found = connection.search_s(BASE, ldap.SCOPE_SUBTREE, query, ["cn", "mail"])
    return jsonify([{"dn": dn, "cn": entry["cn"][0].decode()} for dn, entry in found])
