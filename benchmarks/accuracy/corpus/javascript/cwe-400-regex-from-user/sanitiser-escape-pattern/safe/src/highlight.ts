import escapeStringRegexp from 'escape-string-regexp';
import type { Context } from 'koa';
import { article } from './article';

const escapeQuotes = (text: string): string => text.replace(/"/g, '\\"');

export async function highlight(ctx: Context): Promise<void> {
  const term = String(ctx.query.term);
  const text = await article(String(ctx.params.id));
  const pattern = new RegExp(escapeStringRegexp(term), 'gi');
  const positions = Array.from(text.matchAll(pattern), (match) => match.index);
  ctx.body = { term: `"${escapeQuotes(term)}"`, positions };
}
