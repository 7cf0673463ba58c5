import io
import xml.sax
import xml.sax.handler

from django.http import JsonResponse


class Titles(xml.sax.handler.ContentHandler):
    def __init__(self):
        super().__init__()
        self.text = []

    def characters(self, content):
        self.text.append(content)


def upload(request):
    titles = Titles()
    reader = xml.sax.make_parser()
    reader.setContentHandler(titles)
    strict = request.GET.get("strict") == "1"
    reader.setFeature(xml.sax.handler.feature_external_ges, not strict)
    reader.setFeature(xml.sax.handler.feature_namespaces, strict)
    reader.parse(io.BytesIO(request.body))
    return JsonResponse({"text": "".join(titles.text)})
