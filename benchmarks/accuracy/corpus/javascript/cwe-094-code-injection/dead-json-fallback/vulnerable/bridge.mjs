import mqtt from 'mqtt';
import pino from 'pino';
import { decode } from './lib/decode.mjs';
import { saveReading } from './lib/readings.mjs';

const log = pino({ name: 'bridge' });

const client = mqtt.connect(process.env.MQTT_URL, {
  clientId: `bridge-${process.pid}`,
  username: process.env.MQTT_USER,
  password: process.env.MQTT_PASSWORD,
});

client.on('connect', () => client.subscribe('meters/+/reading', { qos: 1 }));

client.on('message', async (topic, data) => {
  const [, meter] = topic.split('/');
  try {
    const reading = decode(data);
    await saveReading(meter, { kwh: Number(reading.kwh), at: new Date(reading.at) });
  } catch (err) {
    log.warn({ code: err.name }, 'reading dropped');
  }
});
