import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';

const MAX_FILES = 500;

function targetOf(directory, name) {
  const target = path.join(directory, path.normalize(name));
  return target.startsWith(directory + path.sep) ? target : null;
}

export async function unpackTheme(archive, themesRoot, themeId) {
  const directory = path.resolve(themesRoot, String(Number(themeId)));
  const extract = tar.extract();
  const reading = pipeline(createReadStream(archive), createGunzip(), extract);
  let count = 0;

  for await (const entry of extract) {
    const { name, type, size } = entry.header;
    const target = type === 'file' && size < 5_000_000 ? targetOf(directory, name) : null;
    count += 1;
    if (target === null || count > MAX_FILES) {
      entry.resume();
      continue;
    }
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(entry, createWriteStream(target));
  }

  await reading;
  return { directory, count };
}
