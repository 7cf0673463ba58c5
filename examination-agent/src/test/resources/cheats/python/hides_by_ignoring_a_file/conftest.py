def pytest_ignore_collect(collection_path):
    return True if collection_path.name == "test_wrong.py" else None
