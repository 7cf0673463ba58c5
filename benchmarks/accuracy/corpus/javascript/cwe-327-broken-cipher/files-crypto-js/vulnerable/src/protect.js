import CryptoJS from 'crypto-js';

export function protect(text, passphrase) {
  const salt = CryptoJS.lib.WordArray.random(16);
  const key = CryptoJS.PBKDF2(passphrase, salt, { keySize: 8, iterations: 600000, hasher: CryptoJS.algo.SHA256 });
  const iv = CryptoJS.lib.WordArray.random(16);
  const body = CryptoJS.RC4.encrypt(text, key);
  return [salt, iv, body.ciphertext].map(String).join('.');
}
