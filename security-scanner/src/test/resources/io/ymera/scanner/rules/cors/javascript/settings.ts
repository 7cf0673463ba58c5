import express from 'express'; import cors from 'cors'; import helmet from 'helmet'; import fs from 'fs'; import os from 'os'; import path from 'path'; import csurf from 'csurf'; import multer from 'multer'; import { NestFactory } from '@nestjs/core'; import Fastify from 'fastify'; import fcors from '@fastify/cors'; import { cors as hcors } from 'hono/cors'; import { Hono } from 'hono'; import { csrf } from 'hono/csrf'; import tmp from 'tmp'; import fileUpload from 'express-fileupload'; import { ApolloServer } from '@apollo/server'; import winston from 'winston'; import pino from 'pino'; import kcors from '@koa/cors'; import { Server } from 'socket.io'; import formidable from 'formidable'; import lusca from 'lusca'; import { doubleCsrf } from 'csrf-csrf';
const app = express();
app.use(cors({ origin: true, credentials: true })); // finding: cors
app.use(cors({ origin: ['https://a.example'], credentials: true }));
app.use(cors({ origin: (o, cb) => cb(null, true), credentials: true })); // finding: cors
app.use(cors({ origin: (o, cb) => cb(null, o), credentials: true })); // finding: cors
app.use(cors({ origin: /example\.com$/, credentials: true })); // finding: cors
app.use(cors({ origin: [/\.example\.com$/], credentials: true }));
app.use((req, res, next) => { res.header('Access-Control-Allow-Origin', req.headers.origin); res.header('Access-Control-Allow-Credentials', 'true'); next(); }); // finding: cors
new Hono().use(hcors({ origin: (o) => o, credentials: true })); // finding: cors
new Hono().use(hcors({ origin: '*', credentials: true })); // finding: cors
Fastify().register(fcors, { origin: true, credentials: true }); // finding: cors
kcors({ origin: (ctx) => ctx.get('Origin'), credentials: true }); // finding: cors
const ALLOWED = ['https://a.example'];
app.use((req, res, next) => { const o = req.headers.origin as string; if (ALLOWED.includes(o)) res.header('Access-Control-Allow-Origin', o); next(); });
new Server(3000, { cors: { origin: '*', credentials: true } }); // finding: cors
app.use(helmet({ contentSecurityPolicy: false })); // finding: security-headers
fs.chmodSync('/x', 0o777); // finding: file-permissions
fs.writeFileSync('/x', 'a', { mode: 0o666 }); // finding: file-permissions
fs.writeFileSync('/x', 'a', { mode: 0o600 });
fs.mkdirSync('/x', { mode: 0o777 }); // finding: file-permissions
process.umask(0); // finding: file-permissions
fs.writeFileSync(path.join(os.tmpdir(), 'app.json'), 'x'); // finding: temp-file
fs.writeFileSync(`/tmp/app-${process.pid}.json`, 'x'); // finding: temp-file
fs.mkdtempSync(path.join(os.tmpdir(), 'x-'));
fs.writeFileSync(path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'x-')), 'a.json'), 'x');
export function exp(account: any) { const f = path.join(os.tmpdir(), `account-${Number(account.id)}.zip`); fs.createWriteStream(f); } // finding: temp-file
export function exp2(account: any) { const f = path.join(os.tmpdir(), `${crypto.randomUUID()}.zip`); fs.createWriteStream(f); }
app.use((err: Error, req: any, res: any, next: any) => { res.status(500).json({ error: err.stack }); }); // finding: error-disclosure
app.use((err: Error, req: any, res: any, next: any) => { console.error(err); res.status(500).json({ error: 'x' }); });
app.get('/e', (req, res) => { try { x(); } catch (e) { res.status(500).send(e); } }); // finding: error-disclosure
app.get('/e2', (req, res) => { try { x(); } catch (e: any) { res.status(500).json({ message: e.message, stack: e.stack }); } }); // finding: error-disclosure
new ApolloServer({ includeStacktraceInErrorResponses: true } as any); // finding: error-disclosure
const storage = multer.diskStorage({ destination: 'public', filename: (req, file, cb) => cb(null, file.originalname) }); // finding: file-upload
const storage2 = multer.diskStorage({ destination: 'uploads', filename: (req, file, cb) => cb(null, crypto.randomUUID() + '.png') });
multer({ dest: '/var/uploads', limits: { fileSize: 1 } });
app.post('/u', async (req: any, res) => { await req.files.doc.mv('./uploads/' + req.files.doc.name); }); // finding: file-upload, path-traversal
const log = winston.createLogger(); const pl = pino();
app.get('/l', (req, res) => { log.info(`user ${req.query.u}`); }); // finding: log-injection
app.get('/l', (req, res) => { pl.info({ u: req.query.u }, 'x'); });
app.get('/l', (req, res) => { fs.appendFileSync('/var/log/a.log', req.query.u + '\n'); }); // finding: log-injection
app.get('/l', (req, res) => { log.info('login', { password: req.body.password }); });
const dbPassword = 'Sup3rS3cret!'; // finding: hardcoded-credentials
const cfg = { user: 'a', password: 'Sup3rS3cret!' }; // finding: hardcoded-credentials
const fromEnv = { password: process.env.PW ?? '' };
app.post('/m', async (req, res) => { await User.create(req.body); await User.update({ name: req.body.name }, { where: {} }); }); // finding: mass-assignment
app.post('/m', async (req, res) => { await User.create({ ...req.body, role: 'user' }); });
app.post('/m', async (req, res) => { const u = await User.findById(1); Object.assign(u, req.body); await u.save(); }); // finding: mass-assignment
app.post('/m', async (req, res) => { await prisma.user.update({ where: { id: 1 }, data: req.body }); }); // finding: mass-assignment
app.post('/m', async (req, res) => { const { name, email } = req.body; await User.create({ name, email }); });
app.post('/m', async (req, res) => { await User.findByIdAndUpdate(1, { $set: req.body }); }); // finding: mass-assignment
app.post('/m', async (req, res) => { await knex('users').insert(req.body); }); // finding: mass-assignment
app.post('/m', async (req, res) => { await repo.save(repo.create(req.body)); }); // finding: mass-assignment
app.post('/n', async (req, res) => { await User.findOne({ name: req.body.name, password: req.body.password }); }); // finding: nosql-injection
app.post('/n', async (req, res) => { await User.findOne({ name: String(req.body.name) }); });
app.post('/n', async (req, res) => { await User.findOne({ name: { $eq: req.body.name } }); });
app.post('/n', async (req, res) => { await User.find(req.query); }); // finding: nosql-injection
app.post('/n', async (req, res) => { await User.find({ $where: `this.a == '${req.body.a}'` }); }); // finding: nosql-injection
app.post('/n', async (req, res) => { if (typeof req.body.name !== 'string') return; await User.findOne({ name: req.body.name }); });
app.post('/n', async (req, res) => { await User.findById(req.params.id); });
app.post('/n', async (req, res) => { await User.aggregate([{ $match: { a: req.body.a } }]); }); // finding: nosql-injection
app.post('/n', async (req, res) => { await User.where('a').equals(req.body.a); });
app.post('/s', (req, res) => { req.session.user = req.body.user; }); // finding: trust-boundary
app.post('/r', (req, res) => { res.redirect(req.query.to as string); }); // finding: open-redirect
app.post('/r', (req, res) => { const to = req.query.to as string; res.redirect(to.startsWith('/') ? to : '/'); }); // finding: open-redirect
app.post('/r', (req, res) => { const to = req.query.to as string; res.redirect(to.startsWith('/') && !to.startsWith('//') ? to : '/'); });
app.post('/r', (req, res) => { res.redirect('/login?next=' + encodeURIComponent(req.originalUrl)); });
app.post('/r', (req, res) => { res.redirect(`https://${req.hostname}/x`); });
app.post('/r', (req, res) => { const u = new URL(req.query.to as string, 'https://a.example'); if (u.origin !== 'https://a.example') return; res.redirect(u.href); });
