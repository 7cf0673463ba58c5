from dataclasses import dataclass

from fastapi import FastAPI, Form
from fastapi.responses import PlainTextResponse
from mako.template import Template

app = FastAPI()


@dataclass
class Notice:
    heading: str
    text: str

    def render(self):
        return Template("${heading}\n\n${text}").render(heading=self.heading, text=self.text)


@app.post("/notices", response_class=PlainTextResponse)
def notices(heading: str = Form(), text: str = Form()):
    return Notice(heading, text).render()
