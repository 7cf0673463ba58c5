from io import BytesIO
from typing import Any

from fastapi import FastAPI, HTTPException, UploadFile
from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

app = FastAPI()


class Step(BaseModel):
    name: str
    wait: int = 0


class Playbook(BaseModel):
    title: str
    steps: list[Step]


def parser() -> YAML:
    yaml = YAML(typ="safe", pure=True)
    yaml.allow_duplicate_keys = False
    return yaml


def parse(document: bytes) -> Any:
    try:
        return parser().load(BytesIO(document))
    except YAMLError as exc:
        raise HTTPException(422, "not a YAML document") from exc


@app.post("/playbooks/check")
async def check(file: UploadFile) -> dict[str, Any]:
    content = await file.read(100_000)
    try:
        book = Playbook.model_validate(parse(content))
    except ValidationError as exc:
        raise HTTPException(422, f"{exc.error_count()} problems") from exc
    return {"title": book.title, "steps": len(book.steps)}
