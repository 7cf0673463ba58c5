import express from 'express'; import session from 'express-session'; import cookieSession from 'cookie-session'; import { serialize } from 'cookie'; import { cookies } from 'next/headers'; import { setCookie } from 'hono/cookie'; import fastifyCookie from '@fastify/cookie'; import { createCookie, createCookieSessionStorage } from '@remix-run/node'; import Koa from 'koa'; import ksession from 'koa-session'; import { NextResponse } from 'next/server'; import nookies from 'nookies'; import Cookies from 'js-cookie'; import { getIronSession } from 'iron-session'; import NextAuth from 'next-auth';
const app = express();
app.use(session({ secret: process.env.S!, cookie: { secure: true, httpOnly: true, sameSite: 'lax' } }));
app.use(session({ secret: process.env.S!, cookie: { secure: false } })); // finding: insecure-cookie
app.use(session({ secret: process.env.S!, cookie: { secure: process.env.NODE_ENV === 'production', maxAge: 1 } }));
app.use(session({ secret: process.env.S!, cookie: { secure: true, httpOnly: false } })); // finding: cookie-http-only
app.use(cookieSession({ keys: [process.env.K!], secure: false })); // finding: insecure-cookie
app.use(cookieSession({ keys: [process.env.K!], httpOnly: false, secure: true })); // finding: cookie-http-only
app.get('/', async (req, res) => {
  res.cookie('session', 'x', { httpOnly: true, secure: true, sameSite: 'strict' });
  res.cookie('session', 'x', { httpOnly: true }); // finding: insecure-cookie
  res.cookie('session', 'x', { secure: true }); // finding: cookie-http-only
  res.cookie('session', 'x'); // finding: insecure-cookie, cookie-http-only
  res.cookie('theme', 'dark');
  res.setHeader('Set-Cookie', serialize('token', 'x', { httpOnly: true, secure: true, path: '/' }));
  res.setHeader('Set-Cookie', serialize('token', 'x', { httpOnly: true, path: '/' })); // finding: insecure-cookie
  res.setHeader('Set-Cookie', 'sid=x; HttpOnly; Path=/'); // finding: insecure-cookie
  res.setHeader('Set-Cookie', `sid=${req.query.x}; Secure; Path=/`); // finding: cookie-http-only, header-injection
  res.setHeader('Set-Cookie', 'sid=x; HttpOnly; Secure; SameSite=Lax');
  res.setHeader('Set-Cookie', 'theme=x; Path=/');
  res.append('Set-Cookie', 'sid=x; Secure'); // finding: cookie-http-only
});
export async function act() {
  const jar = await cookies();
  jar.set('session', 'x', { httpOnly: true, secure: true });
  jar.set('session', 'x', { httpOnly: true }); // finding: insecure-cookie
  jar.set('session', 'x', { secure: true }); // finding: cookie-http-only
  jar.set('session', 'x'); // finding: insecure-cookie, cookie-http-only
  jar.set({ name: 'session', value: 'x', httpOnly: true }); // finding: insecure-cookie
  jar.set({ name: 'session', value: 'x', httpOnly: true, secure: true });
  (await cookies()).set('session', 'x', { secure: true }); // finding: cookie-http-only
  const r = NextResponse.json({}); r.cookies.set('token', 'x', { httpOnly: true }); // finding: insecure-cookie
}
export function h(c: any) {
  setCookie(c, 'session', 'x', { httpOnly: true, secure: true });
  setCookie(c, 'session', 'x', { httpOnly: true }); // finding: insecure-cookie
  setCookie(c, 'session', 'x', { secure: true }); // finding: cookie-http-only
}
export const s1 = createCookieSessionStorage({ cookie: { name: 's', httpOnly: true, secure: true, secrets: [process.env.S!] } });
export const s2 = createCookieSessionStorage({ cookie: { name: 's', httpOnly: true, secure: false, secrets: [process.env.S!] } }); // finding: insecure-cookie
export const s3 = createCookieSessionStorage({ cookie: { name: 's', secure: true, secrets: [process.env.S!] } }); // finding: cookie-http-only
const koa = new Koa(); koa.use(ksession({ httpOnly: false, secure: true }, koa)); // finding: cookie-http-only
koa.use(async (ctx) => { ctx.cookies.set('session', 'x', { httpOnly: true, secure: true }); });
koa.use(async (ctx) => { ctx.cookies.set('session', 'x', { httpOnly: false, secure: true }); }); // finding: cookie-http-only
koa.use(async (ctx) => { ctx.cookies.set('session', 'x', { httpOnly: true, secure: false }); }); // finding: insecure-cookie
