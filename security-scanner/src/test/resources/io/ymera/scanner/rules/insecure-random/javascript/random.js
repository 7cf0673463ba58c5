const crypto = require('crypto');
const token = Math.random().toString(36).slice(2); // finding: insecure-random
const delay = Math.random() * 1000;
const password = Math.random(); // finding: insecure-random
const sessionId = crypto.randomBytes(16).toString('hex');
const index = Math.floor(Math.random() * 10);
