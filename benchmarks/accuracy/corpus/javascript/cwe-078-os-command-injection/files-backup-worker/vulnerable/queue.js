const { Queue } = require('bullmq');

const connection = { host: process.env.REDIS_HOST || 'redis', port: 6379 };

const backups = new Queue('backups', { connection });

module.exports = { backups, connection };
