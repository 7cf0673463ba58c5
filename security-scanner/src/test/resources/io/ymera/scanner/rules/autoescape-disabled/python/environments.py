from jinja2 import Environment, FileSystemLoader, select_autoescape

Environment(loader=FileSystemLoader("t"))  # finding: autoescape-disabled
Environment(loader=FileSystemLoader("t"), autoescape=False)  # finding: autoescape-disabled
Environment(loader=FileSystemLoader("t"), autoescape=True)
Environment(loader=FileSystemLoader("t"), autoescape=select_autoescape(["html"]))
