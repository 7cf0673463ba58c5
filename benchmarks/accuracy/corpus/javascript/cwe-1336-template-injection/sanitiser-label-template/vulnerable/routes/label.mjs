import dot from 'dot';
import escapeHtml from 'escape-html';

export async function label(ctx) {
  const text = ctx.get('X-Label');
  ctx.type = 'html';
  ctx.body = dot.template(`<span class="label">${escapeHtml(text)}</span>`)({ text });
}
