import { Controller, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { randomUUID } from 'crypto';
import { diskStorage } from 'multer';
import { extname } from 'path';

function accept(_req: unknown, file: Express.Multer.File, done: (err: Error | null, ok: boolean) => void): void {
  const ending = extname(file.originalname);
  if (ending === '.mp3' || ending === '.ogg') {
    done(null, true);
  } else {
    done(null, file.mimetype.startsWith('audio/'));
  }
}

const storage = diskStorage({
  destination: './public/media',
  filename: (_req, file, done) => done(null, randomUUID() + extname(file.originalname)),
});

@Controller('media')
export class MediaController {
  @Post()
  @UseInterceptors(FileInterceptor('media', { storage, fileFilter: accept }))
  add(@UploadedFile() file: Express.Multer.File) {
    return { href: `/media/${file.filename}` };
  }
}
