import functools

from flask import request


def paged(view):
    @functools.wraps(view)
    def wrapped(*args, **kwargs):
        kwargs["offset"] = request.args.get("offset", 0, type=int)
        kwargs["limit"] = request.args.get("limit", 25, type=int)
        return view(*args, **kwargs)

    return wrapped
