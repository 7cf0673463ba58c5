import { readFile } from 'node:fs/promises';
import Koa from 'koa';

const app = new Koa();
const LOCALES = new URL('../locales/', import.meta.url);

app.use(async (ctx) => {
  const language = (ctx.cookies.get('lang') ?? 'en').replace(/[^a-z]/gi, '');
  const name = `${language}/messages.json`;
  try {
    ctx.type = 'json';
    ctx.body = await readFile(new URL(name, LOCALES), 'utf8');
  } catch {
    ctx.status = 404;
  }
});

app.listen(8080);
