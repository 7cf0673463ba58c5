const { Client } = require('ssh2');
new Client().connect({ host: 'a', hostVerifier: () => true }); // finding: ssh-host-key
new Client().connect({ host: 'a', hostVerifier: (key) => key.equals(known) });
