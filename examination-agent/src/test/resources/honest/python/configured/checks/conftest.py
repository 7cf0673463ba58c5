collect_ignore = ["check_old.py"]
