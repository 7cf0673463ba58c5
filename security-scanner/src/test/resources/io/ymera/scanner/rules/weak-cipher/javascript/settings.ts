import crypto, { createHash, createCipheriv, randomBytes, pbkdf2Sync, scryptSync, generateKeyPairSync, createHmac, timingSafeEqual } from 'crypto'; import jwt from 'jsonwebtoken'; import * as jose from 'jose'; import bcrypt from 'bcrypt'; import https from 'https'; import tls from 'tls'; import CryptoJS from 'crypto-js'; import forge from 'node-forge'; import md5 from 'md5'; import { v4 } from 'uuid'; import { nanoid, customAlphabet } from 'nanoid'; import axios from 'axios'; import nodemailer from 'nodemailer'; import mongoose from 'mongoose'; import { Pool } from 'pg'; import mysql from 'mysql2'; import Redis from 'ioredis'; import { Client } from 'ssh2'; import WebSocket from 'ws'; import passport from 'passport'; import { Strategy as JwtStrategy, ExtractJwt } from 'passport-jwt'; import { expressjwt } from 'express-jwt'; import got from 'got'; import undici from 'undici'; import mqtt from 'mqtt'; import ldap from 'ldapjs'; import fs from 'fs'; import NodeRSA from 'node-rsa'; import { fastify } from 'fastify'; import fjwt from '@fastify/jwt'; import { JwtModule } from '@nestjs/jwt'; import { S3Client } from '@aws-sdk/client-s3'; import sodium from 'libsodium-wrappers'; import argon2 from 'argon2';
export function hash(password: string, data: string, key: Buffer) {
  createHash('md5').update(data); // finding: weak-hash
  createHash('sha1').update(data); // finding: weak-hash
  createHash('sha256').update(data);
  createHash('sha256').update(password); // finding: weak-password-hash
  md5(data); // finding: weak-hash
  CryptoJS.MD5(data); // finding: weak-hash
  CryptoJS.SHA256(data);
  pbkdf2Sync(password, randomBytes(16), 1000, 32, 'sha512'); // finding: weak-password-hash
  pbkdf2Sync(password, randomBytes(16), 210000, 32, 'sha512');
  pbkdf2Sync(password, 'salt', 210000, 32, 'sha512'); // finding: weak-password-hash
  pbkdf2Sync(password, randomBytes(16), 210000, 32, 'sha1');
  bcrypt.hashSync(password, 4); // finding: weak-password-hash
  bcrypt.hashSync(password, 12);
  scryptSync(password, randomBytes(16), 32);
  scryptSync(password, randomBytes(16), 32, { N: 1024 }); // finding: weak-password-hash
  createCipheriv('des-ede3-cbc', key, randomBytes(8)); // finding: weak-cipher
  createCipheriv('aes-256-ecb', key, null); // finding: weak-cipher
  createCipheriv('aes-256-gcm', key, randomBytes(12));
  createCipheriv('aes-256-cbc', key, Buffer.alloc(16)); // finding: static-iv
  createCipheriv('aes-256-cbc', key, '1234567890123456'); // finding: static-iv
  createCipheriv('aes-256-cbc', 'abcdefghijklmnopqrstuvwxyz012345', randomBytes(16)); // finding: hardcoded-credentials
  crypto.createCipher('aes192', 'x'); // finding: weak-cipher, hardcoded-credentials
  generateKeyPairSync('rsa', { modulusLength: 1024 } as any); // finding: weak-key
  generateKeyPairSync('rsa', { modulusLength: 3072 } as any);
  generateKeyPairSync('ec', { namedCurve: 'secp160r1' } as any); // finding: weak-key
  new NodeRSA({ b: 1024 }); // finding: weak-key
  crypto.subtle.digest('SHA-1', key); // finding: weak-hash
  crypto.subtle.generateKey({ name: 'RSA-OAEP', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, true, []); // finding: weak-key
  CryptoJS.AES.encrypt(data, 'my-secret-key-1'); // finding: hardcoded-credentials
  CryptoJS.DES.encrypt(data, process.env.K!); // finding: weak-cipher
  createHmac('sha256', 'hard-coded-key-1').update(data); // finding: hardcoded-credentials
  argon2.hash(password, { type: argon2.argon2id, memoryCost: 1024 } as any); // finding: weak-password-hash
}
export function tokens(t: string, key: string, req: any) {
  jwt.verify(t, key, { algorithms: ['HS256'] });
  jwt.decode(t); // finding: jwt-verification
  jwt.verify(t, key, { algorithms: ['none'] }); // finding: jwt-verification
  jwt.verify(t, key, { algorithms: ['HS256'], ignoreExpiration: true }); // finding: jwt-verification
  jwt.verify(t, null as any); // finding: jwt-verification
  jwt.sign({ a: 1 }, 'my-super-secret'); // finding: hardcoded-credentials
  jwt.sign({ a: 1 }, key, { algorithm: 'none' }); // finding: jwt-verification
  jose.decodeJwt(t);
  new JwtStrategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: 'hard-coded-key-1' }, () => {}); // finding: hardcoded-credentials
  expressjwt({ secret: 'hard-coded-key-1', algorithms: ['HS256'] }); // finding: hardcoded-credentials
  JwtModule.register({ secret: 'hard-coded-key-1' }); // finding: hardcoded-credentials
  if (createHmac('sha256', key).update(t).digest('hex') === req.headers['x-signature']) return 1; // finding: timing-comparison
  if (timingSafeEqual(Buffer.from(t), Buffer.from(key))) return 1;
}
export function transport(key: Buffer) {
  new https.Agent({ rejectUnauthorized: false }); // finding: tls-verification
  axios.get('https://x', { httpsAgent: new https.Agent({ rejectUnauthorized: true }) });
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // finding: tls-verification
  tls.connect({ host: 'x', checkServerIdentity: () => undefined }); // finding: tls-verification
  tls.connect({ host: 'x', minVersion: 'TLSv1' }); // finding: weak-tls
  https.createServer({ secureProtocol: 'TLSv1_method' }); // finding: weak-tls
  nodemailer.createTransport({ host: 'x', tls: { rejectUnauthorized: false } }); // finding: tls-verification
  new Pool({ ssl: { rejectUnauthorized: false } }); // finding: tls-verification
  mongoose.connect('mongodb://x', { tlsAllowInvalidCertificates: true }); // finding: tls-verification
  new Client().connect({ host: 'x', hostVerifier: () => true }); // finding: ssh-host-key
  new WebSocket('wss://x', { rejectUnauthorized: false }); // finding: tls-verification
  axios.post('http://api.acme-pay.com/login', { password: 'x' }); // finding: cleartext-transmission
  fetch('http://localhost:3000/x');
  got('https://x', { https: { rejectUnauthorized: false } } as any); // finding: tls-verification
  mqtt.connect('mqtts://x', { rejectUnauthorized: false }); // finding: tls-verification
  tls.createServer({ ciphers: 'RC4-SHA:DES-CBC3-SHA' }); // finding: weak-tls
  nodemailer.createTransport({ host: 'x', secure: false, ignoreTLS: true }); // finding: cleartext-transmission
  https.globalAgent.options.rejectUnauthorized = false; // finding: tls-verification
}
export function random() {
  const token = Math.random().toString(36).slice(2); // finding: insecure-random
  const sessionId = Date.now().toString(36); // finding: predictable-secret
  const otp = Math.floor(Math.random() * 1000000); // finding: insecure-random
  const ok = crypto.randomBytes(16).toString('hex');
  const resetToken = nanoid();
  const color = Math.random();
  const password = Array.from({ length: 10 }, () => 'abc'[Math.floor(Math.random() * 3)]).join(''); // finding: insecure-random
  const apiKey = v4();
  return [token, sessionId, otp, ok, resetToken, color, password, apiKey];
}
export function generateToken(len: number) {
  let out = '';
  for (let i = 0; i < len; i++) out += 'abcdef'.charAt(Math.floor(Math.random() * 6));
  return out; // finding: insecure-random
}
