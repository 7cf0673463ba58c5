import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

const DIGESTS = ['sha1', 'sha256'];
const PREFERRED = DIGESTS.indexOf('sha1');

export function matches(file: string, expected: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const hash = createHash(DIGESTS[PREFERRED]);
    createReadStream(file)
      .on('data', (chunk) => hash.update(chunk))
      .on('error', reject)
      .on('end', () => resolve(hash.digest('hex') === expected));
  });
}
