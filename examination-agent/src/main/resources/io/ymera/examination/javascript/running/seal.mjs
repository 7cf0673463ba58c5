// Seals lines: HMAC-SHA256 with a key that is bytes in a closure. SHA-256 is written out on typed arrays, so that nothing of it asks
// a prototype that tests can change.

import { charCode, slice, stringify, writeSync } from './originals.mjs';

const REPORTS = 3;
const K = new Uint32Array(64);
const START = new Uint32Array(8);
{
  const fraction = (x) => ((x - Math.floor(x)) * 4294967296) >>> 0;
  const prime = (n) => { for (let d = 2; d * d <= n; d++) { if (n % d === 0) { return false; } } return true; };
  for (let n = 2, i = 0; i < 64; n++) {
    if (prime(n)) {
      if (i < 8) { START[i] = fraction(Math.sqrt(n)); }
      K[i++] = fraction(Math.cbrt(n));
    }
  }
}

/** SHA-256 (FIPS 180-4) of the first `length` bytes. */
function sha256(bytes, length) {
  const blocks = (length + 72) >>> 6;
  const padded = new Uint8Array(blocks << 6);
  for (let i = 0; i < length; i++) { padded[i] = bytes[i]; }
  padded[length] = 0x80;
  for (let i = 0, bits = length * 8; i < 6; i++) {
    padded[(blocks << 6) - 1 - i] = bits & 255;
    bits = (bits - (bits & 255)) / 256;
  }
  const h = new Uint32Array(8);
  for (let i = 0; i < 8; i++) { h[i] = START[i]; }
  const w = new Uint32Array(64);
  for (let at = 0; at < blocks << 6; at += 64) {
    for (let i = 0; i < 16; i++) {
      const j = at + i * 4;
      w[i] = (padded[j] << 24) | (padded[j + 1] << 16) | (padded[j + 2] << 8) | padded[j + 3];
    }
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15];
      const y = w[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    let a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], last = h[7];
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (last + s1 + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      last = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    h[0] += a; h[1] += b; h[2] += c; h[3] += d; h[4] += e; h[5] += f; h[6] += g; h[7] += last;
  }
  const digest = new Uint8Array(32);
  for (let i = 0; i < 32; i++) { digest[i] = h[i >> 2] >>> (24 - 8 * (i & 3)); }
  return digest;
}

const HEX = '0123456789abcdef';

/** A JSON string of ASCII characters only. */
export function quoted(value) {
  const json = stringify(value);
  let ascii = '';
  let from = 0;
  for (let i = 0; i < json.length; i++) {
    const code = charCode(json, i);
    if (code > 126) {
      ascii += slice(json, from, i) + '\\u' + HEX[code >> 12] + HEX[(code >> 8) & 15] + HEX[(code >> 4) & 15] + HEX[code & 15];
      from = i + 1;
    }
  }
  return ascii + slice(json, from);
}

/** Makes the function that seals and writes lines; the key is nowhere else. */
export function sealing(key) {
  const inner = new Uint8Array(64);
  const outer = new Uint8Array(96);
  for (let i = 0; i < 64; i++) {
    inner[i] = (i < 32 ? key[i] : 0) ^ 0x36;
    outer[i] = (i < 32 ? key[i] : 0) ^ 0x5c;
  }
  for (let i = 0; i < 32; i++) { key[i] = 0; }
  let next = 0;
  return (json) => {
    const signed = next++ + ':' + json;
    const bytes = new Uint8Array(64 + signed.length);
    for (let i = 0; i < 64; i++) { bytes[i] = inner[i]; }
    for (let i = 0; i < signed.length; i++) { bytes[64 + i] = charCode(signed, i); }
    const digest = sha256(bytes, bytes.length);
    for (let i = 0; i < 32; i++) { outer[64 + i] = digest[i]; }
    const mac = sha256(outer, 96);
    const line = new Uint8Array(34 + json.length);
    for (let i = 0; i < 16; i++) {
      line[2 * i] = charCode(HEX, mac[i] >> 4);
      line[2 * i + 1] = charCode(HEX, mac[i] & 15);
    }
    line[32] = 32;
    for (let i = 0; i < json.length; i++) { line[33 + i] = charCode(json, i); }
    line[33 + json.length] = 10;
    for (let at = 0; at < line.length;) {
      try {
        at += writeSync(REPORTS, line, at, line.length - at);
      } catch (error) {
        if (error.code !== 'EAGAIN') { throw error; }
      }
    }
  };
}
