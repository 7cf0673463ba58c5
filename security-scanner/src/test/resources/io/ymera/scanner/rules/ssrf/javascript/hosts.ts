import express from 'express'; import axios from 'axios'; import got from 'got'; import http from 'http'; import https from 'node:https'; import net from 'net'; import dns from 'dns/promises'; import ipaddr from 'ipaddr.js'; import { request, fetch as ufetch } from 'undici'; import puppeteer from 'puppeteer'; import { chromium } from 'playwright'; import superagent from 'superagent'; import needle from 'needle'; import ky from 'ky'; import { HttpService } from '@nestjs/axios'; import { S3Client } from '@aws-sdk/client-s3'; import nodemailer from 'nodemailer'; import { createClient } from 'redis';
const app = express(); const api = axios.create({ baseURL: 'https://api.example.com' }); const BASE = 'https://api.example.com';
app.get('/', async (req, res) => {
  const u = req.query.u as string; const id = req.params.id;
  await fetch(u); // finding: ssrf
  await axios.get(u); // finding: ssrf
  await axios({ url: u }); // finding: ssrf
  await axios.request({ method: 'GET', url: u }); // finding: ssrf
  await api.get(`/users/${id}`);
  await api.get(u); // finding: ssrf
  await got(u).json(); // finding: ssrf
  await got.post(u, {}); // finding: ssrf
  http.get(u, () => {}); // finding: ssrf
  https.request({ hostname: u, path: '/' }); // finding: ssrf
  https.request(new URL(u)); // finding: ssrf
  await request(u); // finding: ssrf
  await ufetch(u); // finding: ssrf
  await superagent.get(u); // finding: ssrf
  await needle('get', u); // finding: ssrf
  await ky.get(u).json(); // finding: ssrf
  net.connect(80, u); // finding: ssrf
  net.connect({ host: u, port: 80 }); // finding: ssrf
  const b = await puppeteer.launch(); const p = await b.newPage(); await p.goto(u); // finding: ssrf
  const b2 = await chromium.launch(); const p2 = await b2.newPage(); await p2.goto(u); // finding: ssrf
  await fetch(`https://${u}/x`); // finding: ssrf
  await fetch(`https://${u}.example.com/x`); // finding: ssrf
  await fetch(`https://api.example.com/${id}`);
  await fetch(BASE + '/x?u=' + u);
  await fetch(BASE + u); // finding: ssrf
  await fetch(new Request(u)); // finding: ssrf
  await fetch(new URL(u, BASE)); // finding: ssrf
  await fetch(new URL('/x/' + u, BASE));
  const url = new URL(BASE); url.searchParams.set('q', u); await fetch(url);
  const url2 = new URL(BASE); url2.pathname = '/x/' + u; await fetch(url2);
  const url3 = new URL(BASE); url3.hostname = u; await fetch(url3); // finding: ssrf
  const hosts: Record<string, string> = { a: 'https://a.example.com', b: 'https://b.example.com' }; await fetch(hosts[u]);
  await axios.get('/users', { baseURL: u }); // finding: ssrf
  await axios.post(BASE, { url: u });
});
app.get('/g', async (req, res) => {
  const url = new URL(req.query.u as string);
  if (url.hostname !== 'api.example.com') { res.status(400).end(); return; }
  await fetch(url);
});
app.get('/g2', async (req, res) => {
  const url = new URL(req.query.u as string);
  if (!['a.example.com', 'b.example.com'].includes(url.hostname)) { res.status(400).end(); return; }
  await fetch(url.toString());
});
app.get('/g3', async (req, res) => {
  const u = req.query.u as string;
  if (!u.startsWith('https://api.example.com')) { res.status(400).end(); return; }
  await fetch(u); // finding: ssrf
});
app.get('/g4', async (req, res) => {
  const u = req.query.u as string;
  if (!u.startsWith('https://api.example.com/')) { res.status(400).end(); return; }
  await fetch(u);
});
app.get('/g5', async (req, res) => {
  const u = new URL(req.query.u as string);
  if (!u.hostname.endsWith('example.com')) { res.status(400).end(); return; }
  await fetch(u); // finding: ssrf
});
app.get('/g6', async (req, res) => {
  const u = new URL(req.query.u as string);
  if (!u.hostname.endsWith('.example.com')) { res.status(400).end(); return; }
  await fetch(u);
});
app.get('/g7', async (req, res) => {
  const u = new URL(req.query.u as string);
  if (u.protocol !== 'https:') { res.status(400).end(); return; }
  await fetch(u); // finding: ssrf
});
const ALLOWED = new Set(['a.example.com']);
app.get('/g8', async (req, res) => { const u = new URL(req.query.u as string); if (!ALLOWED.has(u.host)) throw new Error('no'); await axios.get(u.href); });
app.get('/g9', async (req, res) => { const u = new URL(req.query.u as string); if (u.origin !== BASE) throw new Error('no'); await axios.get(u.href); });
app.get('/g10', async (req, res) => { const u = req.query.u as string; if (/example\.com/.test(u)) await axios.get(u); }); // finding: ssrf
app.get('/g11', async (req, res) => { const u = req.query.u as string; if (/^https:\/\/api\.example\.com\//.test(u)) await axios.get(u); });
app.get('/g12', async (req, res) => { const u = req.query.u as string; if (/^https:\/\/api\.example\.com/.test(u)) await axios.get(u); }); // finding: ssrf
export class S { constructor(private readonly http: HttpService) {} get(u: string) { return this.http.get(u); } }
