"""Column exports for the data team."""
import json
import os

import falcon
import psycopg2
from psycopg2 import sql

DSN = os.environ.get("WAREHOUSE_DSN", "")


class ColumnExport:
    max_rows = 5000

    def on_get(self, req, resp, dataset_id):
        column = req.get_param("column", required=True)
        since = req.get_param_as_date("since", required=True)
        statement = sql.SQL(
            "SELECT {col}, count(*) FROM facts WHERE dataset_id = %s AND day >= %s GROUP BY 1 LIMIT {lim}"
        ).format(
            col=sql.Identifier(column),
            lim=sql.Literal(self.max_rows),
        )
        with psycopg2.connect(DSN) as conn, conn.cursor() as cur:
            try:
                cur.execute(statement, (dataset_id, since))
            except psycopg2.errors.UndefinedColumn:
                raise falcon.HTTPBadRequest(title="No such column")
            pairs = cur.fetchall()
        resp.content_type = falcon.MEDIA_JSON
        resp.text = json.dumps([{"value": str(v), "count": n} for v, n in pairs])


class DatasetList:
    def on_get(self, req, resp):
        with psycopg2.connect(DSN) as conn, conn.cursor() as cur:
            cur.execute("SELECT id, title FROM datasets ORDER BY title")
            resp.media = [{"id": i, "title": t} for i, t in cur]


application = falcon.App()
application.add_route("/datasets", DatasetList())
application.add_route("/datasets/{dataset_id:int}/export", ColumnExport())
