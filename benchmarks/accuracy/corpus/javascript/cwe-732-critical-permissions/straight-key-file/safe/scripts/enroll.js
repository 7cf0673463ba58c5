const fs = require('fs');
const { generateKeyPairSync } = require('crypto');

const { privateKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });

fs.writeFileSync('/etc/agent/agent.key', pem, { mode: 0o600 });
console.log('the agent is enrolled');
