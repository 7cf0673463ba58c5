import express from 'express';
import { Pool, Client } from 'pg'; import mysql from 'mysql2/promise'; import Database from 'better-sqlite3'; import knex from 'knex'; import { Sequelize, QueryTypes } from 'sequelize'; import { DataSource } from 'typeorm'; import { PrismaClient, Prisma } from '@prisma/client'; import { sql } from 'drizzle-orm'; import { drizzle } from 'drizzle-orm/node-postgres'; import postgres from 'postgres'; import pgp from 'pg-promise'; import sqlite3 from 'sqlite3'; import mssql from 'mssql'; import oracledb from 'oracledb'; import { Kysely, sql as ksql } from 'kysely'; import { DatabaseSync } from 'node:sqlite'; import { MikroORM } from '@mikro-orm/core'; import snowflake from 'snowflake-sdk'; import { BigQuery } from '@google-cloud/bigquery'; import { createClient } from '@clickhouse/client'; import { neon } from '@neondatabase/serverless'; import { Connection, Request as TRequest } from 'tedious'; import { open } from 'sqlite'; import mariadb from 'mariadb'; import { createClient as libsql } from '@libsql/client'; import { SupabaseClient } from '@supabase/supabase-js'; import cassandra from 'cassandra-driver'; import neo4j from 'neo4j-driver';
const app = express();
const pool = new Pool(); const my = mysql.createPool({}); const bs = new Database('x'); const kx = knex({}); const sq = new Sequelize(''); const ds = new DataSource({} as any); const prisma = new PrismaClient(); const db = drizzle(pool); const pg2 = postgres(); const pgdb = pgp()(''); const s3 = new sqlite3.Database(''); const ky = new Kysely<any>({} as any); const nsql = new DatabaseSync(':memory:'); const bq = new BigQuery(); const ch = createClient(); const neonsql = neon(''); const turso = libsql({ url: '' }); const cass = new cassandra.Client({}); const driver = neo4j.driver('');
app.get('/', async (req, res) => {
  const x = req.query.x as string; const n = Number(req.query.n);
  const q = `SELECT * FROM t WHERE a = '${x}'`;
  await pool.query(q); // finding: sql-injection
  await pool.query({ text: q }); // finding: sql-injection
  await pool.query({ text: 'SELECT $1', values: [x] });
  await my.execute(q); // finding: sql-injection
  await my.query('SELECT ?', [x]);
  await my.query({ sql: q }); // finding: sql-injection
  bs.prepare(q).all(); // finding: sql-injection
  bs.prepare('SELECT ?').all(x);
  bs.exec(q); // finding: sql-injection
  await kx.raw(q); // finding: sql-injection
  await kx.raw('SELECT ?', [x]);
  await kx('t').whereRaw(`a = '${x}'`); // finding: sql-injection
  await kx('t').whereRaw('a = ?', [x]).where('a', x).orderBy('id');
  await kx('t').select(kx.raw(`count(${x})`)); // finding: sql-injection
  await kx('t').orderByRaw(x); // finding: sql-injection
  await sq.query(q); // finding: sql-injection
  await sq.query('SELECT :x', { replacements: { x }, type: QueryTypes.SELECT });
  sq.literal(x); // finding: sql-injection
  await ds.query(q); // finding: sql-injection
  await ds.query('SELECT $1', [x]);
  await ds.manager.query(q); // finding: sql-injection
  await ds.getRepository('t').createQueryBuilder('t').where(`t.a = '${x}'`).getMany(); // finding: sql-injection
  await ds.getRepository('t').createQueryBuilder('t').where('t.a = :x', { x }).getMany();
  await ds.createQueryBuilder().select('t').orderBy(x).getMany(); // finding: sql-injection
  await prisma.$queryRawUnsafe(q); // finding: sql-injection
  await prisma.$queryRaw`SELECT ${x}`;
  await prisma.$queryRaw(Prisma.raw(q)); // finding: sql-injection
  await prisma.$executeRaw(Prisma.sql`UPDATE t SET a = ${x}`);
  await db.execute(sql.raw(q)); // finding: sql-injection
  await db.execute(sql`SELECT ${x}`);
  await db.select().from('t' as any).where(sql.raw(`a = '${x}'`)); // finding: sql-injection
  await pg2`SELECT ${x}`;
  await pg2.unsafe(q); // finding: sql-injection
  await pgdb.any(q); // finding: sql-injection
  await pgdb.any('SELECT $1', [x]);
  s3.all(q, () => {}); // finding: sql-injection
  s3.get('SELECT ?', [x], () => {});
  await mssql.query(q); // finding: sql-injection
  await mssql.query`SELECT ${x}`;
  await new mssql.Request().query(q); // finding: sql-injection
  await new mssql.Request().input('x', x).query('SELECT @x');
  const conn = await oracledb.getConnection(); await conn.execute(q); // finding: sql-injection
  await ksql.raw(q).execute(ky); // finding: sql-injection
  await ksql`SELECT ${x}`.execute(ky);
  nsql.exec(q); // finding: sql-injection
  nsql.prepare(q).all(); // finding: sql-injection
  await bq.query({ query: q }); // finding: sql-injection
  await bq.query({ query: 'SELECT @x', params: { x } });
  await ch.query({ query: q }); // finding: sql-injection
  await neonsql(q); // finding: sql-injection
  await neonsql`SELECT ${x}`;
  await turso.execute(q); // finding: sql-injection
  await turso.execute({ sql: 'SELECT ?', args: [x] });
  new TRequest(q, () => {}); // finding: sql-injection
  await cass.execute(q); // finding: sql-injection
  await driver.session().run(`MATCH (n {name: '${x}'}) RETURN n`); // finding: sql-injection
  await driver.session().run('MATCH (n {name: $x}) RETURN n', { x });
  await pool.query('SELECT * FROM t LIMIT ' + n);
  await pool.query('SELECT * FROM t ORDER BY ' + (x === 'desc' ? 'DESC' : 'ASC'));
  const cols = { a: 'a', b: 'b' } as any; await pool.query('SELECT * FROM t ORDER BY ' + (cols[x] ?? 'a'));
  const ids = String(x).split(',').map(Number); await pool.query('SELECT * FROM t WHERE id IN (' + ids.join(',') + ')');
  const ph = String(x).split(',').map(() => '?').join(','); await my.query(`SELECT * FROM t WHERE id IN (${ph})`, String(x).split(','));
  const ph2 = String(x).split(',').map((_, i) => `$${i + 1}`).join(', '); await pool.query(`SELECT * FROM t WHERE id IN (${ph2})`, String(x).split(','));
  const sets = Object.keys(req.body).map((k) => `${k} = ?`).join(', '); await my.query(`UPDATE t SET ${sets}`, Object.values(req.body)); // finding: sql-injection
  const ok = Object.keys(req.body).filter((k) => ['a', 'b'].includes(k)); await my.query(`UPDATE t SET ${ok.map((k) => `${k} = ?`).join(', ')}`, []);
  let w = 'SELECT * FROM t WHERE 1=1'; const args: any[] = []; if (x) { w += ' AND a = ?'; args.push(x); } await my.query(w, args);
  const parts: string[] = []; if (x) parts.push("a = '" + x + "'"); await my.query('SELECT * FROM t WHERE ' + parts.join(' AND ')); // finding: sql-injection
  res.end();
});
