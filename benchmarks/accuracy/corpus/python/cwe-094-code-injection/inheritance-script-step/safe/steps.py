class Step:
    def __init__(self, definition):
        self.definition = definition

    def run(self, state):
        raise NotImplementedError


class SetStep(Step):
    def run(self, state):
        state[self.definition["name"]] = self.definition["value"]


class ScriptStep(Step):
    def run(self, state):
        exec(self.definition["value"], {"state": state})


KINDS = {"set": SetStep}
