const encoder = new TextEncoder();

function keyMaterial(): Uint8Array {
  const source = process.env.LINK_KEY ?? '';
  const bytes = encoder.encode(source);
  if (bytes.length < 32) {
    throw new Error('link key is too short');
  }
  return bytes;
}

let cached: Promise<CryptoKey> | undefined;

function signingKey(): Promise<CryptoKey> {
  cached ??= Promise.resolve().then(() =>
    crypto.subtle.importKey('raw', keyMaterial(), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']),
  );
  return cached;
}

export async function signLink(path: string, ttlSeconds: number): Promise<string> {
  const expires = Math.floor(Date.now() / 1000) + ttlSeconds;
  const data = encoder.encode(`${path}\n${expires}`);
  const signature = Buffer.from(await crypto.subtle.sign('HMAC', await signingKey(), data));
  return `${path}?expires=${expires}&signature=${signature.toString('base64url')}`;
}

export async function checkLink(path: string, expires: number, signature: string): Promise<boolean> {
  if (!Number.isSafeInteger(expires) || expires * 1000 < Date.now()) {
    return false;
  }
  const data = encoder.encode(`${path}\n${expires}`);
  return crypto.subtle.verify('HMAC', await signingKey(), Buffer.from(signature, 'base64url'), data);
}
