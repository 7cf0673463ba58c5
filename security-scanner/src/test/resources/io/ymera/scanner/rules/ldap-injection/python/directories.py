import ldap
from flask import Flask, request
from ldap.filter import escape_filter_chars
from ldap3 import Connection, Server
from ldap3.utils.conv import escape_filter_chars as escape

app = Flask(__name__)


@app.route("/a")
def a():
    name = request.args["name"]
    con = ldap.initialize("ldap://directory")
    con.search_s("dc=x", ldap.SCOPE_SUBTREE, "(uid=" + name + ")")  # finding: ldap-injection
    con.search_s("dc=x", ldap.SCOPE_SUBTREE, "(uid=" + escape_filter_chars(name) + ")")
    conn = Connection(Server("directory"), auto_bind=True)
    conn.search("dc=x", f"(uid={name})")  # finding: ldap-injection
    conn.search("dc=x", f"(uid={escape(name)})")
    conn.search(search_base="dc=x", search_filter="(uid=%s)" % name)  # finding: ldap-injection
    return {}
