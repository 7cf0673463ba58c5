import { createDiffieHellmanGroup, createHash } from 'node:crypto';

const GROUP = 'modp15';

export function handshake(socket) {
  const dh = createDiffieHellmanGroup(GROUP);
  socket.write(dh.generateKeys());
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('data', (peer) => resolve(createHash('sha256').update(dh.computeSecret(peer)).digest()));
  });
}
