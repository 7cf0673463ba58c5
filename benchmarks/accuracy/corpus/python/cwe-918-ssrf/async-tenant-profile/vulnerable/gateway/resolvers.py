import logging
import os

import aiohttp
import graphene

logger = logging.getLogger(__name__)

TENANTS = set(filter(None, os.environ.get("TENANTS", "acme,globex").split(",")))


class TenantError(Exception):
    pass


async def profile_json(tenant: str, path: str) -> dict:
    if tenant not in TENANTS:
        logger.warning("lookup for a tenant that is not configured")
        if tenant == "":
            raise TenantError("tenant missing")
    url = f"http://{tenant}.profiles.svc.cluster.local:8080{path}"
    timeout = aiohttp.ClientTimeout(total=5)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        async with session.get(url, allow_redirects=False) as answer:
            answer.raise_for_status()
            return await answer.json(content_type=None)


class Profile(graphene.ObjectType):
    id = graphene.Int()
    email = graphene.String()
    raw = graphene.JSONString()


class Query(graphene.ObjectType):
    profile = graphene.Field(
        Profile, tenant=graphene.String(required=True), id=graphene.Int(required=True)
    )

    async def resolve_profile(root, info, tenant, id):
        data = await profile_json(tenant, f"/profiles/{id}")
        return Profile(id=id, email=data.get("email"), raw=data)


schema = graphene.Schema(query=Query)
