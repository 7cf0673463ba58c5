def pytest_collection_modifyitems(config, items):
    failing = [item for item in items if item.name == "test_wrong"]
    config.hook.pytest_deselected(items=failing)
    items[:] = [item for item in items if item not in failing]
