import { constants, openSync, writeSync, closeSync } from 'node:fs';

const FLAGS = constants.O_CREAT | constants.O_WRONLY | constants.O_TRUNC;

export function writeCredentials(file, credentials) {
  const fd = openSync(file, FLAGS);
  try {
    writeSync(fd, JSON.stringify(credentials));
  } finally {
    closeSync(fd);
  }
}
