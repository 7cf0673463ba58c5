import ldap
from ldap.filter import escape_filter_chars
from flask import Flask, jsonify, request

app = Flask(__name__)
FIELDS = ("cn", "mail", "l")


@app.get("/lookup")
def lookup():
    wanted = {}
    for field in FIELDS:
        value = request.args.get(field)
        if value:
            wanted[field] = value
            wanted["q-" + field] = escape_filter_chars(value)
    parts = ["(%s=%s)" % (field, wanted["q-" + field]) for field in FIELDS if field in wanted]
    connection = ldap.initialize("ldaps://ldap.example.org")
    found = connection.search_s("ou=public,dc=example,dc=org", ldap.SCOPE_ONELEVEL, "(&(published=TRUE)" + "".join(parts) + ")")
    return jsonify([dn for dn, _ in found])
