const fs = require('fs');
const os = require('os');
const path = require('path');
const { once } = require('events');
const archiver = require('archiver');

async function writeArchive(account, documents) {
  const file = path.join(os.tmpdir(), `account-${Number(account.id)}.zip`);
  const dispose = () => fs.promises.rm(file, { force: true });
  const output = fs.createWriteStream(file);
  const archive = archiver('zip', { zlib: { level: 6 } });

  archive.pipe(output);
  archive.append(JSON.stringify(account.profile, null, 2), { name: 'profile.json' });
  for (const document of documents) {
    archive.append(document.content, { name: `documents/${Number(document.id)}.txt` });
  }
  const closed = once(output, 'close');
  await archive.finalize();
  await closed;
  return { file, dispose };
}

module.exports = { writeArchive };
