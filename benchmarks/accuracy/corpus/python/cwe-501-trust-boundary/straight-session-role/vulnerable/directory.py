ROLES = {"ada": "admin"}


def role_of(user):
    return ROLES.get(user, "member")
