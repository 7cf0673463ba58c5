const crypto = require('crypto');
crypto.generateKeyPairSync('rsa', { modulusLength: 1024 }); // finding: weak-key
crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
crypto.createDiffieHellman(512); // finding: weak-key
