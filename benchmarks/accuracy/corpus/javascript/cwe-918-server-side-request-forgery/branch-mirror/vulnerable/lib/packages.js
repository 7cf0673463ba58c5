'use strict';

const fetch = require('node-fetch');

const MIRRORS = new Map([
  ['main', 'https://packages.example.com'],
  ['asia', 'https://asia.packages.example.com'],
]);

async function index(ctx) {
  const mirror = ctx.get('X-Mirror');
  let base = MIRRORS.get('main');
  if (MIRRORS.has(mirror)) {
    base = MIRRORS.get(mirror);
  } else if (mirror !== '') {
    base = mirror;
  }
  const response = await fetch(base + '/index.json');
  ctx.body = await response.json();
}

module.exports = index;
