import sqlite3
from abc import ABC, abstractmethod

from flask import Flask, jsonify, request

app = Flask(__name__)


class Report(ABC):
    def __init__(self, value):
        self.value = value

    @abstractmethod
    def statement(self):
        ...

    def rows(self):
        sql, params = self.statement()
        with sqlite3.connect("metrics.db") as conn:
            return conn.execute(sql, params).fetchall()


class HostReport(Report):
    def statement(self):
        return "SELECT ts, load FROM sample WHERE host = '" + self.value + "'", ()


class ServiceReport(Report):
    def statement(self):
        return "SELECT ts, load FROM sample WHERE service = ?", (self.value,)


@app.get("/samples")
def samples():
    report = HostReport(request.args["host"])
    return jsonify(report.rows())
