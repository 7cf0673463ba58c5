import ldap
from flask import Flask, request
from ldap.dn import escape_dn_chars
from ldap.filter import escape_filter_chars

app = Flask(__name__)


@app.get("/a")
def a():
    name = request.args["name"]
    connection = ldap.initialize("ldaps://ldap.example.org")
    connection.search_s("o=x", ldap.SCOPE_ONELEVEL, "(cn=" + escape_filter_chars(name) + ")")
    connection.search_s("o=x", ldap.SCOPE_ONELEVEL, "(cn=" + escape_dn_chars(name) + ")")  # finding: ldap-injection
    connection.search_s("o=" + escape_dn_chars(name), ldap.SCOPE_ONELEVEL, "(cn=a)")
    connection.search_s("o=" + escape_filter_chars(name), ldap.SCOPE_ONELEVEL, "(cn=a)")  # finding: ldap-injection
    return ""
