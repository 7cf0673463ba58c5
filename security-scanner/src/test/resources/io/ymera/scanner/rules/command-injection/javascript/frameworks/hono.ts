import { Hono } from 'hono';
import { execSync } from 'node:child_process';
import { getCookie, getSignedCookie } from 'hono/cookie';
import { zValidator } from '@hono/zod-validator';
import type { Context } from 'hono';
const app = new Hono();
app.get('/a', (c) => { execSync('ls ' + c.req.query('dir')); return c.text('ok'); }); // finding: command-injection
app.get('/b/:id', async (c) => { execSync('ls ' + c.req.param('id')); return c.text('ok'); }); // finding: command-injection
app.post('/c', async (c) => { const { dir } = await c.req.json(); execSync('ls ' + dir); return c.text('ok'); }); // finding: command-injection
app.post('/d', async (c) => { const form = await c.req.parseBody(); execSync('ls ' + form['dir']); return c.body(null); }); // finding: command-injection
app.post('/e', async (c) => { const form = await c.req.formData(); execSync('ls ' + form.get('dir')); return c.body(null); }); // finding: command-injection
app.get('/f', (c) => { execSync('ls ' + c.req.header('x-dir')); return c.text('ok'); }); // finding: command-injection
app.get('/g', (c) => { execSync('ls ' + getCookie(c, 'dir')); return c.text('ok'); }); // finding: command-injection
app.post('/h', async (c) => { const { dir } = await c.req.valid('json'); execSync('ls ' + dir); return c.text('ok'); }); // finding: command-injection
app.get('/i', (c) => c.html(`<p>${c.req.query('q')}</p>`)); // finding: xss
app.get('/j', (c) => c.redirect(c.req.query('to') ?? '/')); // finding: open-redirect
export function show(c: Context) { execSync('ls ' + c.req.query('dir')); return c.text('ok'); } // finding: command-injection
const api = new Hono().basePath('/v1');
api.use('*', async (c, next) => { execSync('log ' + c.req.path); await next(); }); // finding: command-injection
api.on(['PUT'], '/x', (c) => { execSync('ls ' + c.req.queries('dir')[0]); return c.text('ok'); }); // finding: command-injection
const chained = new Hono().get('/a', (c) => { execSync('ls ' + c.req.query('dir')); return c.text('ok'); }) // finding: command-injection
  .post('/b', async (c) => { execSync('ls ' + (await c.req.text())); return c.text('ok'); }); // finding: command-injection
export default app;
