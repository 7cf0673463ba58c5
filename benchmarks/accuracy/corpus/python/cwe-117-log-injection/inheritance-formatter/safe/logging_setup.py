import logging


class LineFormatter(logging.Formatter):
    def format(self, record):
        text = super().format(record)
        return text.replace("\r", "\\r").replace("\n", "\\n")


def configure():
    handler = logging.FileHandler("/var/log/gateway.log")
    handler.setFormatter(LineFormatter("%(asctime)s %(name)s %(message)s"))
    logging.getLogger("gateway").addHandler(handler)
