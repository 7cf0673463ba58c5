import { Eta } from 'eta';
import escapeHtml from 'escape-html';

const eta = new Eta({ autoEscape: true });

export async function badge(ctx) {
  const label = ctx.get('X-Badge-Label');
  ctx.type = 'html';
  ctx.body = eta.renderString(`<span class="badge">${escapeHtml(label)}</span>`, {});
}
