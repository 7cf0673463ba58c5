import dot from 'dot';

export async function label(ctx) {
  const text = ctx.get('X-Label');
  ctx.type = 'html';
  ctx.body = dot.template('<span class="label">{{! it.text }}</span>')({ text });
}
