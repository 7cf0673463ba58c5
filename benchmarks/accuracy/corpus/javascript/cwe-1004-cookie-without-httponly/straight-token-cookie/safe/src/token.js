import jwt from 'jsonwebtoken';

export async function issue(ctx) {
  const token = jwt.sign({ sub: ctx.state.user.id }, process.env.JWT_KEY, { expiresIn: '1h' });
  ctx.cookies.set('token', token, { httpOnly: true, secure: true, sameSite: 'strict' });
  ctx.status = 204;
}

export async function current(ctx) {
  const { sub } = jwt.verify(ctx.cookies.get('token'), process.env.JWT_KEY, { algorithms: ['HS256'] });
  ctx.body = { user: sub };
}
