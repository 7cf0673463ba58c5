import os

collect_ignore = [name for name in os.listdir(os.path.dirname(__file__)) if name.startswith("test_w")]
