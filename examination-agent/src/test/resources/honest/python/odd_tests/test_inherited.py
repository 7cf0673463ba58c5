from checks.base import Base, WithConstructor


class TestDerived(Base):
    value = 3


class TestBuilt(WithConstructor):
    pass
