import Fastify from 'fastify';
import mysql from 'mysql2/promise';

const db = mysql.createPool({ uri: process.env.DATABASE_URL });
const app = Fastify({ logger: true });

const BASE = 'SELECT region, SUM(amount) AS amount FROM sales';

app.get('/sales/:year', async (request) => {
  const parts = [BASE];
  parts.push('WHERE YEAR(sold_on) = ' + request.params.year);
  if (request.query.region) {
    parts.push(['AND region =', JSON.stringify(request.query.region)].join(' '));
  }
  parts.push('GROUP BY region');
  const [rows] = await db.query(parts.join('\n'));
  return rows;
});

await app.listen({ port: 3000 });
