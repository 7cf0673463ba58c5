const amqp = require('amqplib');
const { Client } = require('pg');

async function main() {
  const client = new Client();
  await client.connect();
  const connection = await amqp.connect(process.env.AMQP_URL);
  const channel = await connection.createChannel();
  await channel.assertQueue('stock');

  await channel.consume('stock', (message) => {
    const event = JSON.parse(message.content.toString());
    Promise.resolve(event.sku)
      .then((sku) => ({ text: 'UPDATE stock SET held = held + 1 WHERE sku = $1', values: [sku] }))
      .then((statement) => client.query(statement))
      .then(() => channel.ack(message))
      .catch(() => channel.nack(message, false, false));
  });
}

main();
