from app.repository import InvoiceRepository


class InvoiceService:
    def __init__(self, repository: InvoiceRepository):
        self._repository = repository

    def outstanding(self, customer):
        return sum(amount for _, amount in self._repository.by_customer(customer.strip()))
