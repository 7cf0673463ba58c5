import multer from 'multer';
import { Router } from 'express';
import { unlink } from 'node:fs/promises';
import { unpackTheme } from '../lib/theme-package.mjs';

const upload = multer({ dest: '/var/spool/themes', limits: { fileSize: 20 * 1024 * 1024 } });

export const themes = Router();

themes.post('/:id(\\d+)/package', upload.single('package'), async (req, res, next) => {
  try {
    const { count } = await unpackTheme(req.file.path, '/var/lib/themes', req.params.id);
    res.status(201).json({ files: count });
  } catch (err) {
    next(err);
  } finally {
    if (req.file) await unlink(req.file.path).catch(() => {});
  }
});
