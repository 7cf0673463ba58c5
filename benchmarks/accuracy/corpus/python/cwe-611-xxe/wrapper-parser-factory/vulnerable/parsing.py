from lxml import etree


def parser(**options):
    defaults = {"huge_tree": False, "resolve_entities": False, "no_network": True}
    return etree.XMLParser(**{**defaults, **options})
