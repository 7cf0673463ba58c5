import { Router, Request, Response } from 'express';
import { DataSource } from 'typeorm';

export function articleRoutes(source: DataSource): Router {
  const router = Router();

  router.get('/', async (req: Request, res: Response) => {
    const sort = String(req.query.sort ?? 'created');
    let column: string;
    switch (sort) {
      case 'title':
        column = 'a.title';
        break;
      case 'views':
        column = 'a.view_count';
        break;
      default:
        column = 'a.created';
    }
    const rows = await source.query(
      'SELECT a.id, a.title FROM article a WHERE a.published = true ORDER BY ' + column + ' LIMIT 50',
    );
    res.json(rows);
  });

  return router;
}
