import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { logger } from 'hono/logger';
import { sessionOf } from './session';

const HOSTS = ['console', 'billing', 'pr-\\d+'];
const ORIGIN = new RegExp('^https://(' + HOSTS.join('|') + ')\\.acme-console\\.dev$');

const app = new Hono();

app.use('*', logger());
app.use(
  '/api/*',
  cors({
    origin: (origin) => (ORIGIN.test(origin) ? origin : null),
    credentials: true,
    allowMethods: ['GET', 'POST', 'DELETE'],
    allowHeaders: ['content-type', 'x-request-id'],
    maxAge: 600,
  }),
);

app.get('/api/me', async (c) => {
  const session = await sessionOf(c.req.header('cookie'));
  if (!session) {
    return c.json({ message: 'Not signed in' }, 401);
  }
  return c.json({ id: session.userId, email: session.email, plan: session.plan });
});

app.get('/healthz', (c) => c.text('ok'));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 8787) });
