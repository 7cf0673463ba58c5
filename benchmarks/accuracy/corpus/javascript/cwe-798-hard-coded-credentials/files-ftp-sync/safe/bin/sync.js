#!/usr/bin/env node
const fs = require('fs/promises');
const path = require('path');
const ftp = require('basic-ftp');
const config = require('../config');

async function changedSince(folder, since) {
  const names = await fs.readdir(folder);
  const stats = await Promise.all(names.map((name) => fs.stat(path.join(folder, name))));
  return names.filter((_name, index) => stats[index].isFile() && stats[index].mtimeMs > since);
}

async function sync() {
  const client = new ftp.Client(20000);
  try {
    await client.access({
      host: config.ftp.host,
      user: config.ftp.user,
      password: config.ftp.password,
      secure: true,
    });
    await client.ensureDir(config.ftp.folder);
    const names = await changedSince(config.source, Date.now() - 24 * 3600 * 1000);
    for (const name of names) {
      await client.uploadFrom(path.join(config.source, name), name);
      console.log('uploaded', name);
    }
  } finally {
    client.close();
  }
}

sync().catch((err) => {
  console.error('sync failed:', err.message);
  process.exitCode = 1;
});
