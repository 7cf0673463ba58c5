from html import escape


class Page:
    def __init__(self, title, text):
        self.title = title
        self.text = text

    def body(self):
        return f"<p>{escape(self.text)}</p>"

    def html(self):
        return f"<!doctype html><h1>{escape(self.title)}</h1>{self.body()}"


class QuotePage(Page):
    def body(self):
        return f"<blockquote>{super().body()}</blockquote>"
