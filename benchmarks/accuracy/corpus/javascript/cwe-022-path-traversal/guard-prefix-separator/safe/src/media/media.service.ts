import { Injectable, NotFoundException, StreamableFile } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { resolve, sep } from 'node:path';

const PUBLISHED = '/srv/media/press';
const EMBARGOED = '/srv/media/press-embargoed';

@Injectable()
export class MediaService {
  async open(relative: string): Promise<StreamableFile> {
    const file = resolve(PUBLISHED, relative);
    if (!file.startsWith(PUBLISHED + sep)) {
      throw new NotFoundException();
    }
    const info = await stat(file).catch(() => null);
    if (!info?.isFile()) {
      throw new NotFoundException();
    }
    return new StreamableFile(createReadStream(file), { length: info.size });
  }

  async countEmbargoed(): Promise<number> {
    const names = await readdir(EMBARGOED);
    return names.length;
  }
}
