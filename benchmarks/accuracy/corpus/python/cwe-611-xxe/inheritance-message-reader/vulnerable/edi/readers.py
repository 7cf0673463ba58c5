from lxml import etree


class MessageReader:
    root_tag = None
    parser_options = {
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "remove_comments": True,
    }

    def options(self):
        return dict(self.parser_options)

    def read(self, data):
        root = etree.fromstring(data, etree.XMLParser(**self.options()))
        if root.tag != self.root_tag:
            raise ValueError("unexpected message")
        return self.convert(root)

    def convert(self, root):
        raise NotImplementedError


class OrderReader(MessageReader):
    root_tag = "order"

    def options(self):
        options = super().options()
        options.update(huge_tree=False, resolve_entities=True, load_dtd=True)
        return options

    def convert(self, root):
        return {"number": root.findtext("number"), "remark": root.findtext("remark")}


class StatusReader(MessageReader):
    root_tag = "status"

    def convert(self, root):
        return {"number": root.findtext("number"), "state": root.get("state")}
