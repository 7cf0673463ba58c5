import funcster from 'funcster';

export function decode(buffer) {
  const plain = JSON.parse(buffer.toString('utf8'));
  return funcster.deepDeserialize(plain);
}
