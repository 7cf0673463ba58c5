'use strict';

const tls = require('node:tls');
const fs = require('node:fs');
const os = require('node:os');
const { EventEmitter, once } = require('node:events');

class SyslogClient extends EventEmitter {
  constructor({ host, port = 6514, name = host, ca }) {
    super();
    this.host = host;
    this.port = port;
    this.name = name;
    this.ca = ca ? fs.readFileSync(ca) : undefined;
    this.socket = null;
    this.peer = null;
  }

  verifyPeer(host, certificate) {
    this.peer = certificate.subject.CN;
    this.emit('peer', host, this.peer);
    return tls.checkServerIdentity(this.name, certificate);
  }

  async connect() {
    this.socket = tls.connect({
      host: this.host,
      port: this.port,
      ca: this.ca,
      servername: this.name,
      minVersion: 'TLSv1.2',
      checkServerIdentity: (host, certificate) => this.verifyPeer(host, certificate),
    });
    await once(this.socket, 'secureConnect');
    this.socket.on('error', (err) => this.emit('lost', err));
  }

  send(severity, text) {
    const line = `<${8 * 16 + severity}>1 ${new Date().toISOString()} ${os.hostname()} billing ${process.pid} - - ${text}`;
    this.socket.write(`${Buffer.byteLength(line)} ${line}`);
  }

  close() {
    if (this.socket) this.socket.end();
  }
}

module.exports = { SyslogClient };
