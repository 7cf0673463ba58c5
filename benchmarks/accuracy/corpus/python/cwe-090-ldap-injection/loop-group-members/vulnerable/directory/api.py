import logging

from django.conf import settings
from ldap3 import ALL_ATTRIBUTES, Connection, Server
from ldap3.utils.conv import escape_filter_chars
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response

logger = logging.getLogger(__name__)


def bind():
    return Connection(
        Server(settings.LDAP_HOST, use_ssl=True),
        user=settings.LDAP_READER,
        password=settings.LDAP_READER_PASSWORD,
        auto_bind=True,
        read_only=True,
    )


def any_of(attribute, values):
    branches = []
    for value in values:
        branches.append("({}={})".format(attribute, value.strip()))
    return "(|" + "".join(branches) + ")"


@api_view(["GET"])
@permission_classes([IsAuthenticated])
def members(request):
    teams = request.query_params.getlist("team")
    if not teams:
        return Response({"detail": "team is required"}, status=400)
    query = "(&(objectClass=person)(!(employeeType=confidential))" + any_of("departmentNumber", teams) + ")"
    with bind() as conn:
        conn.search("ou=people," + settings.LDAP_BASE, query, attributes=["cn", "mail"], size_limit=500)
        people = [{"name": str(e.cn), "mail": str(e.mail)} for e in conn.entries]
    logger.info("directory search returned %d people", len(people))
    return Response(people)
