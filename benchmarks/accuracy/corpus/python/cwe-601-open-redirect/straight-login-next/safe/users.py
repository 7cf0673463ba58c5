from dataclasses import dataclass


@dataclass
class User:
    id: int
    password: str


USERS = {}


def find_user(name):
    return USERS.get(name)
