class Bus:
    def __init__(self):
        self._handlers = {}

    def on(self, name):
        def register(handler):
            self._handlers[name] = handler
            return handler

        return register

    async def emit(self, name, payload):
        return await self._handlers[name](payload)
