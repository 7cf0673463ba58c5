from sanic import Blueprint, json
from sanic.exceptions import BadRequest
from tortoise.exceptions import ValidationError

from .auth import authenticated
from .models import Member

bp = Blueprint("members", url_prefix="/members")


@bp.patch("/me")
@authenticated
async def change_profile(request, member: Member):
    changes = request.json
    if not isinstance(changes, dict) or not changes:
        raise BadRequest("nothing to change")
    fields = [name for name in changes if name != "id" and name in Member._meta.fields]
    member.update_from_dict({name: changes[name] for name in fields})
    try:
        await member.save(update_fields=fields)
    except (ValidationError, ValueError) as exc:
        raise BadRequest("a value doesn't fit") from exc
    return json(member.public())


@bp.get("/<member_id:int>")
async def show(request, member_id: int):
    member = await Member.get_or_none(id=member_id)
    return json(member.public() if member else None, status=200 if member else 404)
