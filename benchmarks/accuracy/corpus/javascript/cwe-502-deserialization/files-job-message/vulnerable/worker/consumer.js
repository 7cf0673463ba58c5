import amqp from 'amqplib';
import { decode } from './codec.js';

const connection = await amqp.connect(process.env.AMQP_URL);
const channel = await connection.createChannel();

await channel.consume('jobs', (message) => {
  const job = decode(message.content);
  console.log('job', Number(job.id));
  channel.ack(message);
});
