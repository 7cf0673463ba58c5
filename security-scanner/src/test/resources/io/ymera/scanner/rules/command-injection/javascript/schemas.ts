import express from 'express'; import { z } from 'zod'; import Joi from 'joi'; import * as yup from 'yup'; import Ajv from 'ajv'; import * as v from 'valibot'; import { exec } from 'child_process';
const app = express(); const ajv = new Ajv();
const Body = z.object({ id: z.number().int(), kind: z.enum(['a', 'b']), slug: z.string().regex(/^[a-z]+$/), name: z.string().min(1), any: z.any(), tags: z.array(z.string().uuid()), deep: z.object({ n: z.coerce.number() }).optional() });
app.post('/1', (req, res) => {
  const b = Body.parse(req.body);
  exec('ls ' + b.id); exec('ls ' + b.kind); exec('ls ' + b.slug); exec('ls ' + b.deep?.n); exec('ls ' + b.tags[0]);
  exec('ls ' + b.name); // finding: command-injection
});
app.post('/2', (req, res) => {
  const { id, name } = Body.parse(req.body);
  exec('ls ' + id);
  exec('ls ' + name); // finding: command-injection
});
app.post('/3', (req, res) => {
  const r = Body.safeParse(req.body);
  if (!r.success) return res.status(400).end();
  exec('ls ' + r.data.id);
  exec('ls ' + r.data.name); // finding: command-injection
});
app.post('/4', (req, res) => {
  const r = Body.safeParse(req.body);
  if (!r.success) return res.status(400).end();
  exec('ls ' + req.body.slug);
});
app.post('/5', (req, res) => {
  Body.safeParse(req.body);
  exec('ls ' + req.body.slug); // finding: command-injection
});
app.post('/6', (req, res) => {
  const r = Body.safeParse(req.body);
  if (!r.success) console.warn('odd');
  exec('ls ' + req.body.slug); // finding: command-injection
});
app.post('/7', (req, res) => {
  Body.parse(req.body);
  exec('ls ' + req.body.slug);
});
const J = Joi.object({ id: Joi.number().required(), host: Joi.string().hostname(), kind: Joi.string().valid('a', 'b'), name: Joi.string() });
app.post('/8', (req, res) => {
  const { error, value } = J.validate(req.body);
  if (error) return res.status(400).end();
  exec('ls ' + value.host); exec('ls ' + value.kind); exec('ls ' + req.body.id);
  exec('ls ' + value.name); // finding: command-injection
});
app.post('/9', (req, res) => {
  const { value } = J.validate(req.body);
  exec('ls ' + value.host); // finding: command-injection
});
app.post('/10', async (req, res) => {
  const value = await J.validateAsync(req.body);
  exec('ls ' + value.host);
  exec('ls ' + value.name); // finding: command-injection
});
const Y = yup.object({ id: yup.number().required(), name: yup.string() });
app.post('/11', async (req, res) => {
  const value = await Y.validate(req.body);
  exec('ls ' + value.id);
  exec('ls ' + value.name); // finding: command-injection
});
const validate = ajv.compile({ type: 'object', properties: { id: { type: 'integer' }, name: { type: 'string' }, slug: { type: 'string', pattern: '^[a-z]+$' } }, additionalProperties: false });
app.post('/12', async (req, res) => {
  if (!validate(req.body)) return res.status(400).end();
  exec('ls ' + req.body.id); exec('ls ' + req.body.slug);
  exec('ls ' + req.body.name); // finding: command-injection
});
const V = v.object({ id: v.number(), name: v.string() });
app.post('/13', async (req, res) => {
  const b = v.parse(V, req.body);
  exec('ls ' + b.id);
  exec('ls ' + b.name); // finding: command-injection
});
app.post('/14', async (req, res) => {
  const b = Body.parse(req.body);
  await User.findOne({ name: b.name });
  await User.findOne({ any: b.any }); // finding: nosql-injection
  await User.create(b);
});
const Loose = z.object({ name: z.string() }).passthrough();
app.post('/15', async (req, res) => {
  const b = Loose.parse(req.body);
  await User.create(b); // finding: mass-assignment
  await User.findOne({ name: b.name });
});
const check = (schema: Joi.Schema) => (req, res, next) => { const { error } = schema.validate(req.body); if (error) return res.status(400).end(); next(); };
app.post('/16', check(J), async (req, res) => {
  exec('ls ' + req.body.host);
  exec('ls ' + req.body.name); // finding: command-injection
});
const check2 = (schema: z.ZodSchema) => (req, res, next) => { try { req.body = schema.parse(req.body); next(); } catch (e) { res.status(400).end(); } };
app.post('/17', check2(Body), async (req, res) => {
  exec('ls ' + req.body.slug);
  exec('ls ' + req.body.name); // finding: command-injection
});
const One = z.string().uuid();
app.get('/18/:id', (req, res) => { const id = One.parse(req.params.id); exec('ls ' + id); });
const idOf = (x: unknown) => z.coerce.number().int().parse(x);
app.get('/19/:id', (req, res) => { exec('ls ' + idOf(req.params.id)); });
