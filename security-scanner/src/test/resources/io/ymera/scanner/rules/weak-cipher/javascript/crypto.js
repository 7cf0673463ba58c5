import { createCipheriv, createCipher, randomBytes } from 'crypto';
import CryptoJS from 'crypto-js';
export function f(key, text) {
  createCipheriv('des-cbc', key, randomBytes(8)); // finding: weak-cipher
  createCipheriv('aes-256-gcm', key, randomBytes(12));
  createCipher('aes-256-cbc', key); // finding: weak-cipher
  CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB }); // finding: weak-cipher
  CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.CBC });
  CryptoJS.DES.encrypt(text, key); // finding: weak-cipher
}
