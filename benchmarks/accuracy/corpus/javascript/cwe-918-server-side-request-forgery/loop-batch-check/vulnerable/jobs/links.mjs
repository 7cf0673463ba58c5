import fetch from 'node-fetch';
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'links', brokers: [process.env.KAFKA_BROKER] });
const consumer = kafka.consumer({ groupId: 'links' });
const OWN = 'https://www.example.com';

await consumer.connect();
await consumer.subscribe({ topic: 'links' });
await consumer.run({
  eachMessage: async ({ message }) => {
    const { links } = JSON.parse(message.value.toString());
    for (const link of links) {
      const response = await fetch(link, { method: 'HEAD' });
      console.log(response.status);
    }
  },
});
