from pydantic import BaseModel, Field


class Transfer(BaseModel):
    source: int
    target: int
    cents: int = Field(description="amount in cents")
