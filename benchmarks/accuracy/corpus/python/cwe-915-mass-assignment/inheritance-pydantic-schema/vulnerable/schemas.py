from pydantic import BaseModel, ConfigDict


class Registration(BaseModel):
    name: str
    email: str


class Account(Registration):
    model_config = ConfigDict(extra="ignore")
    role: str = "member"
    verified: bool = False
