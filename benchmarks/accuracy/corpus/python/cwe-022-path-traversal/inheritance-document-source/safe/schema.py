from abc import ABC, abstractmethod
from pathlib import Path
from typing import Optional

import strawberry
from fastapi import FastAPI
from strawberry.fastapi import GraphQLRouter


class DocumentSource(ABC):
    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)

    @abstractmethod
    def locate(self, name: str) -> Path: ...

    def text(self, name: str) -> Optional[str]:
        path = self.locate(name)
        if not path.is_file():
            return None
        return path.read_text(encoding="utf-8", errors="replace")


class Handbook(DocumentSource):
    def locate(self, name: str) -> Path:
        return self.folder / (Path(name).name + ".md")


class Policies(DocumentSource):
    def locate(self, name: str) -> Path:
        return self.folder / (Path(name).name + ".md")


SOURCES: dict[str, DocumentSource] = {
    "handbook": Handbook("/srv/docs/handbook"),
    "policies": Policies("/srv/docs/policies"),
}


@strawberry.type
class Document:
    title: str
    body: str


@strawberry.type
class Query:
    @strawberry.field
    def document(self, source: str, name: str) -> Optional[Document]:
        shelf = SOURCES.get(source)
        body = shelf.text(name) if shelf else None
        return Document(title=name, body=body) if body is not None else None


app = FastAPI()
app.include_router(GraphQLRouter(strawberry.Schema(Query)), prefix="/graphql")
