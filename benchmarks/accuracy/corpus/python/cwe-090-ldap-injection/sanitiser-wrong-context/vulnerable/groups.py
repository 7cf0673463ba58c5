import ssl

from django.http import JsonResponse
from ldap3 import Connection, Server, Tls
from ldap3.utils.dn import escape_rdn

server = Server("ldap.example.org", use_ssl=True, tls=Tls(validate=ssl.CERT_REQUIRED))


def groups(request):
    code = request.GET.get("code", "")
    with Connection(server, auto_bind=True) as connection:
        connection.search("ou=groups,dc=example,dc=org", f"(&(objectClass=group)(invitationCode={escape_rdn(code)}))", attributes=["description"])
        entries = [str(entry.entry_dn) for entry in connection.entries]
    return JsonResponse({"groups": entries})
