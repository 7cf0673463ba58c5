from flask import Blueprint, current_app, jsonify, request
from sqlalchemy import create_engine, text

reports = Blueprint("reports", __name__)


@reports.post("/reports/run")
def run():
    body = request.get_json()
    settings = {
        "region": body.get("region", ""),
        "table": "sales_2024",
        "title": body.get("title", "Report"),
    }
    engine = create_engine(current_app.config["DATABASE_URL"])
    with engine.connect() as conn:
        query = "SELECT sum(amount) FROM " + settings["table"] + " WHERE region = :region"
        total = conn.execute(text(query), {"region": settings["region"]}).scalar()
    return jsonify(title=settings["title"], total=float(total or 0))
