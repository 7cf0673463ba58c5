import Fastify from 'fastify';
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL);
const app = Fastify();

app.get('/grades', async (request) => {
  const queue = ['1', request.query.course, request.query.term];
  queue.reverse().splice(0, 2);
  const course = queue[0];
  return sql.unsafe(`SELECT student, grade FROM grade WHERE course = ${course} LIMIT 200`);
});

await app.listen({ port: 3000 });
