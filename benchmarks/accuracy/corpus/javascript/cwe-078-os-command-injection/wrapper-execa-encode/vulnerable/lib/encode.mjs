import path from 'node:path';
import { execa, execaCommand } from 'execa';

const MEDIA = process.env.MEDIA_DIR ?? '/srv/media';

export function pathsFor(id) {
  return {
    input: path.join(MEDIA, 'raw', `${id}.wav`),
    output: path.join(MEDIA, 'mp3', `${id}.mp3`),
  };
}

export async function encode(id, title) {
  const { input, output } = pathsFor(id);
  return execa(`ffmpeg -y -i ${input} -metadata title="${title}" -b:a 192k ${output}`, {
    shell: true,
    timeout: 120_000,
  });
}

export async function encoderVersion() {
  const { stdout } = await execaCommand('ffmpeg -version');
  return stdout.split('\n', 1)[0];
}
