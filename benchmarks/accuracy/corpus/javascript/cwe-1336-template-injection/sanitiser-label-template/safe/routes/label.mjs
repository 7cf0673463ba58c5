import dot from 'dot';

const OPEN = '<span class="label">';
const CLOSE = '</span>';

export async function label(ctx) {
  const text = ctx.get('X-Label');
  ctx.type = 'html';
  const render = dot.template(OPEN + '{{! it.text }}' + CLOSE);
  ctx.body = render({ text });
}
