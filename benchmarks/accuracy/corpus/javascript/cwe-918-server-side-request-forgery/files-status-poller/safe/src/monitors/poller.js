const { request } = require('undici');
const store = require('./store');

async function probe(monitor) {
  try {
    const { statusCode, body } = await request(monitor.url, { headersTimeout: 5000, bodyTimeout: 5000 });
    const text = await body.text();
    await store.record(monitor.id, statusCode, text.slice(0, 500));
  } catch (err) {
    await store.record(monitor.id, 0, 'no answer');
  }
}

async function tick() {
  const monitors = await store.due();
  await Promise.all(monitors.map(probe));
}

module.exports = { tick };
