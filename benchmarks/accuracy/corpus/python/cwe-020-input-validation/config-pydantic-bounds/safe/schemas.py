from pydantic import BaseModel, Field


class Transfer(BaseModel):
    source: int
    target: int
    cents: int = Field(gt=0, le=1_000_000, description="amount in cents")
