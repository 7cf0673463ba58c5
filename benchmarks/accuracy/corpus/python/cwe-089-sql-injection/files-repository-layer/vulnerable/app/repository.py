import psycopg2


class InvoiceRepository:
    def __init__(self, dsn):
        self._dsn = dsn

    def by_customer(self, customer):
        with psycopg2.connect(self._dsn) as conn, conn.cursor() as cur:
            cur.execute("SELECT id, amount FROM invoice WHERE customer_ref = '{}'".format(customer))
            return cur.fetchall()
