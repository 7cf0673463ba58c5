import { parse } from 'csv-parse/sync';
import express, { Router } from 'express';
import multer from 'multer';
import { saveProducts } from './product-store';

type Node = { [key: string]: Node | string };

/** A header such as `dimensions.height` becomes a nested object. */
function unflatten(row: Record<string, string>): Node {
  const result: Node = {};
  for (const [header, value] of Object.entries(row)) {
    let node = result;
    const parts = header.trim().split('.');
    for (let i = 0; i < parts.length - 1; i += 1) {
      const part = parts[i];
      if (typeof node[part] !== 'object') node[part] = {};
      node = node[part] as Node;
    }
    node[parts[parts.length - 1]] = value;
  }
  return result;
}

const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: 2_000_000, files: 1 } });

export const productImport: Router = express.Router();

productImport.post('/products/import', upload.single('sheet'), async (req, res, next) => {
  if (!req.file) {
    return res.status(400).json({ message: 'sheet is missing' });
  }
  try {
    const rows: Record<string, string>[] = parse(req.file.buffer, {
      columns: (header: string[]) => header.map((name) => name.toLowerCase()),
      skip_empty_lines: true,
    });
    const products = rows.map(unflatten);
    await saveProducts(products);
    return res.json({ imported: products.length });
  } catch (err) {
    return next(err);
  }
});
