def pytest_configure(config):
    config._inicache["python_files"] = ["test_sum.py"]
