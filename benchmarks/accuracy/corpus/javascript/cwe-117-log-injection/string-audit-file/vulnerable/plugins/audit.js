'use strict';

const Fs = require('fs/promises');

const FILE = process.env.AUDIT_FILE || '/var/log/clinic/audit.log';

const entryOf = (request) => {
  const { credentials } = request.auth;
  return [
    new Date().toISOString(),
    credentials ? credentials.id : '-',
    request.method,
    decodeURIComponent(request.path),
    request.headers['x-reason'] || '-',
  ].join(' | ');
};

exports.plugin = {
  name: 'audit',
  register(server, options) {
    const pending = new Set();

    server.ext('onPreResponse', (request, h) => {
      const write = Fs.appendFile(options.file || FILE, entryOf(request) + '\n', { mode: 0o640 })
        .catch(() => console.error('audit entry lost'))
        .finally(() => pending.delete(write));
      pending.add(write);
      return h.continue;
    });

    server.events.on('stop', () => {
      console.log('audit entries still open: %d', pending.size);
    });
  },
};
