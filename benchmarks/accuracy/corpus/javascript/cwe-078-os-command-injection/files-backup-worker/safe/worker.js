const { exec } = require('child_process');
const { Worker } = require('bullmq');
const { connection } = require('./queue');

const DATABASES = ['orders', 'catalog', 'crm'];

function dump(database, level) {
  const command = `pg_dump --format=custom --compress=${level} ${database} > /backups/${database}-${Date.now()}.dump`;
  return new Promise((resolve, reject) => {
    exec(command, { timeout: 15 * 60 * 1000 }, (err) => (err ? reject(err) : resolve()));
  });
}

const worker = new Worker(
  'backups',
  async (job) => {
    const database = DATABASES.find((name) => name === job.data.database);
    if (!database) throw new Error('unknown database');
    const level = Math.min(Math.max(parseInt(job.data.level, 10) || 6, 0), 9);
    await dump(database, level);
    return { database, level };
  },
  { connection, concurrency: 1 },
);

worker.on('failed', (job, err) => console.error('backup failed', job && job.id, err.message));
