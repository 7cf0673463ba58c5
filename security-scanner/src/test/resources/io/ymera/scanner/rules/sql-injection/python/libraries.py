import sqlite3, asyncpg, aiosqlite, psycopg, databases, peewee, sqlalchemy, aiomysql, clickhouse_driver
from flask import Flask, request
from django.db import connection, models
from django.db.models import F, Q, Count
from django.db.models.expressions import RawSQL
from django.db.models.functions import Trunc
from sqlalchemy import text, create_engine, select, func, desc, literal_column
from sqlalchemy.orm import Session
from sqlmodel import Session as SMS
from tortoise import Tortoise
from pony.orm import db_session, select as pselect
app = Flask(__name__)
class M(models.Model):
    pass
@app.route("/x")
async def x():
    q = request.args["q"]
    with connection.cursor() as c:
        c.execute("select '%s'" % q)  # finding: sql-injection
        c.execute("select %s", [q])
    M.objects.raw("select " + q)  # finding: sql-injection
    M.objects.extra(where=["a = '" + q + "'"])  # finding: sql-injection
    M.objects.annotate(x=RawSQL("select " + q, []))  # finding: sql-injection
    M.objects.filter(**{q: 1})
    M.objects.order_by(q)
    M.objects.annotate(x=RawSQL("select %s", [q]))
    M.objects.filter(name=q)
    conn = await asyncpg.connect("x")
    await conn.fetch("select " + q)  # finding: sql-injection
    await conn.fetch("select $1", q)
    async with asyncpg.create_pool("x") as pool:
        await pool.fetchrow(f"select {q}")  # finding: sql-injection
        async with pool.acquire() as pc:
            await pc.execute(f"select {q}")  # finding: sql-injection
    async with aiosqlite.connect("x") as db:
        await db.execute("select " + q)  # finding: sql-injection
        async with db.execute(f"select {q}") as cur:  # finding: sql-injection
            pass
    async with await psycopg.AsyncConnection.connect("x") as pconn:
        await pconn.execute(f"select {q}")  # finding: sql-injection
    d = databases.Database("x")
    await d.fetch_all("select " + q)  # finding: sql-injection
    await d.fetch_all("select :q", {"q": q})
    e = create_engine("x")
    with e.connect() as k:
        k.execute(text("select " + q))  # finding: sql-injection
        k.execute(text("select :q"), {"q": q})
        k.exec_driver_sql("select " + q)  # finding: sql-injection
    with Session(e) as s:
        s.execute(text(f"select {q}"))  # finding: sql-injection
        s.query(M).filter(text("a = " + q))  # finding: sql-injection
        s.query(M).order_by(text(q))  # finding: sql-injection
        s.query(M).filter(M.a == q)
        s.scalars(select(M).where(M.a == q))
        s.execute(select(literal_column(q)))  # finding: sql-injection
        s.execute(select(M).order_by(desc(text(q))))  # finding: sql-injection
        s.execute(select(func.count()).where(text("x = '%s'" % q)))  # finding: sql-injection
    cd = clickhouse_driver.Client("x")
    cd.execute("select " + q)  # finding: sql-injection
    db2 = peewee.SqliteDatabase("x")
    db2.execute_sql("select " + q)  # finding: sql-injection
    peewee.SQL(q)  # finding: sql-injection
    await Tortoise.get_connection("default").execute_query("select " + q)  # finding: sql-injection
    import duckdb
    duckdb.sql("select " + q)  # finding: sql-injection
    duckdb.execute("select " + q)  # finding: sql-injection
    import pandas as pd
    pd.read_sql("select " + q, e)  # finding: sql-injection
    pd.read_sql_query("select " + q, e)  # finding: sql-injection
    from google.cloud import bigquery
    bigquery.Client().query("select " + q)  # finding: sql-injection
    import snowflake.connector
    snowflake.connector.connect().cursor().execute("select " + q)  # finding: sql-injection
    import boto3
    boto3.client("athena").start_query_execution(QueryString="select " + q)  # finding: sql-injection
    from cassandra.cluster import Cluster
    Cluster().connect().execute("select " + q)  # finding: sql-injection
    from pyspark.sql import SparkSession
    SparkSession.builder.getOrCreate().sql("select " + q)  # finding: sql-injection
    import pymssql
    pymssql.connect().cursor().execute("select " + q)  # finding: sql-injection
    import records
    records.Database("x").query("select " + q)  # finding: sql-injection
    import aiomysql
    async with aiomysql.create_pool() as mp:
        async with mp.acquire() as mc:
            async with mc.cursor() as mcu:
                pass
    import oracledb
    oracledb.connect().cursor().callproc(q)
    from psycopg2 import sql
    cur2 = psycopg.connect().cursor()
    cur2.execute(sql.SQL("select {}").format(sql.Identifier(q)))
    cur2.execute(sql.SQL("select " + q))  # finding: sql-injection
    cur2.copy_expert("copy " + q, None)  # finding: sql-injection
    from django.db.models import Func
    M.objects.annotate(x=Func(template=q))  # finding: sql-injection
    M.objects.extra(select={"x": q})  # finding: sql-injection
    M.objects.aggregate(RawSQL(q, []))  # finding: sql-injection
    return ""
def view(request):
    for r in M.objects.raw("select %s" % request.GET["x"]):  # finding: sql-injection
        pass
    connection.cursor().executemany("select " + request.GET["x"], [])  # finding: sql-injection
