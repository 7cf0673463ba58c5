import CryptoJS from 'crypto-js';

export function protect(text, passphrase) {
  const salt = CryptoJS.lib.WordArray.random(16);
  const key = CryptoJS.PBKDF2(passphrase, salt, { keySize: 8, iterations: 600000, hasher: CryptoJS.algo.SHA256 });
  const iv = CryptoJS.lib.WordArray.random(16);
  const body = CryptoJS.AES.encrypt(text, key, { iv });
  const mac = CryptoJS.HmacSHA256(iv.clone().concat(body.ciphertext), key);
  return [salt, iv, body.ciphertext, mac].map(String).join('.');
}
