import io
import zipfile

from django.http import JsonResponse
from lxml import etree


def texts(parts):
    found = []
    for name, data in parts:
        parser = etree.XMLParser(resolve_entities=False, remove_comments=name.endswith(".xml"))
        root = etree.fromstring(data, parser)
        found.append("".join(root.itertext())[:500])
    return found


def inspect(request):
    upload = io.BytesIO(request.FILES["document"].read())
    with zipfile.ZipFile(upload) as bundle:
        parts = [(name, bundle.read(name)) for name in bundle.namelist() if name.startswith("word/")]
    return JsonResponse({"texts": texts(parts[:10])})
