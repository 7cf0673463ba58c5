import pytest


@pytest.fixture(autouse=True)
def alone(request):
    manager = request.config.pluginmanager
    for plugin in list(manager.get_plugins()):
        if type(plugin).__name__ == "Plugin":
            manager.unregister(plugin)
    yield
