import Fastify from 'fastify';
import mysql from 'mysql2/promise';

const db = mysql.createPool({ uri: process.env.DATABASE_URL });
const app = Fastify({ logger: true });

const BASE = 'SELECT region, SUM(amount) AS amount FROM sales';

app.get('/sales/:year', async (request) => {
  const parts = [BASE];
  const values = [request.params.year];
  parts.push('WHERE YEAR(sold_on) = ' + '?');
  if (request.query.region) {
    parts.push(['AND region =', '?'].join(' '));
    values.push(String(request.query.region));
  }
  parts.push('GROUP BY region');
  const [rows] = await db.execute(parts.join('\n'), values);
  return rows;
});

await app.listen({ port: 3000 });
