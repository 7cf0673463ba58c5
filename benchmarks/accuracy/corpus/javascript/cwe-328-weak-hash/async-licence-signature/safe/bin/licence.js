#!/usr/bin/env node
'use strict';

const crypto = require('crypto');
const fs = require('fs/promises');
const yargs = require('yargs');
const { hideBin } = require('yargs/helpers');

const DIGEST = 'RSA-SHA256';

async function issue({ customer, seats, key, out }) {
  const privateKey = await fs.readFile(key, 'utf8');
  const licence = Buffer.from(JSON.stringify({ customer, seats, issued: new Date().toISOString() }));
  const signature = crypto.createSign(DIGEST).update(licence).sign(privateKey);
  await fs.writeFile(out, `${licence.toString('base64')}.${signature.toString('base64')}\n`);
  console.log(`licence for ${customer} written`);
}

async function check({ file, key }) {
  const publicKey = await fs.readFile(key, 'utf8');
  const [licence, signature] = (await fs.readFile(file, 'utf8')).trim().split('.').map((part) => Buffer.from(part, 'base64'));
  const valid = crypto.createVerify(DIGEST).update(licence).verify(publicKey, signature);
  console.log(valid ? licence.toString() : 'signature does not match');
  process.exitCode = valid ? 0 : 1;
}

yargs(hideBin(process.argv))
  .command('issue', 'write a licence file', {
    customer: { type: 'string', demandOption: true },
    seats: { type: 'number', default: 1 },
    key: { type: 'string', demandOption: true },
    out: { type: 'string', default: 'licence.txt' },
  }, issue)
  .command('check <file>', 'check a licence file', {
    key: { type: 'string', demandOption: true },
  }, check)
  .demandCommand(1)
  .parse();
