const mqtt = require('mqtt');
mqtt.connect('mqtts://b', { rejectUnauthorized: false }); // finding: tls-verification
mqtt.connect('mqtts://b', { checkServerIdentity: () => undefined }); // finding: tls-verification
mqtt.connect('mqtts://b', { checkServerIdentity: () => {} }); // finding: tls-verification
mqtt.connect('mqtts://b', { checkServerIdentity: (host, cert) => check(host, cert) });
