import bonsai
from aiohttp import web
from bonsai import LDAPClient, escape_attribute_value, escape_filter_exp


def department_filter(department, title):
    parts = ["(department=" + escape_filter_exp(department) + ")"]
    if title:
        parts.append("(title=" + escape_filter_exp(title) + ")")
    return "(&" + "".join(parts) + ")"


async def phonebook(request):
    query = department_filter(request.match_info["department"], request.query.get("title"))
    client = LDAPClient("ldaps://ldap.example.org")
    base = "o=" + escape_attribute_value("Example Org")
    async with client.connect(is_async=True) as connection:
        found = await connection.search(base, bonsai.LDAPSearchScope.SUB, query, ["cn", "telephoneNumber"])
    return web.json_response([{"cn": str(e["cn"][0])} for e in found])
