import express from 'express'; import fs from 'fs'; import path from 'path'; import fsp from 'fs/promises'; import fse from 'fs-extra'; import send from 'send'; import archiver from 'archiver'; import unzipper from 'unzipper'; import AdmZip from 'adm-zip'; import tar from 'tar'; import yauzl from 'yauzl'; import multer from 'multer'; import { Readable } from 'stream'; import sharp from 'sharp'; import serveStatic from 'serve-static'; import { pipeline } from 'stream/promises';
const app = express(); const ROOT = path.join(__dirname, 'public');
app.get('/', async (req, res) => {
  const x = req.query.x as string; const f = path.join(ROOT, x);
  fs.createReadStream(f).pipe(res); // finding: path-traversal
  await fsp.readFile(f, 'utf8'); // finding: path-traversal
  await fse.copy(f, '/tmp/y'); // finding: path-traversal
  res.sendFile(f); // finding: path-traversal
  res.sendFile(x, { root: ROOT });
  res.download(f); // finding: path-traversal
  res.sendFile(path.basename(x), { root: ROOT });
  fs.readFileSync(path.join(ROOT, path.basename(x)));
  send(req, f).pipe(res); // finding: path-traversal
  send(req, x, { root: ROOT }).pipe(res);
  archiver('zip').file(f, { name: 'x' }); // finding: path-traversal
  archiver('zip').directory(f, false); // finding: path-traversal
  await sharp(f).toFile('/tmp/x.png'); // finding: path-traversal
  const real = path.resolve(ROOT, x);
  if (!real.startsWith(ROOT + path.sep)) { res.status(403).end(); return; }
  fs.readFileSync(real);
});
app.get('/2', async (req, res) => {
  const real = path.resolve(ROOT, req.query.x as string);
  if (!real.startsWith(ROOT)) { res.status(403).end(); return; }
  fs.readFileSync(real); // finding: path-traversal
});
app.get('/3', async (req, res) => {
  const rel = path.relative(ROOT, path.join(ROOT, req.query.x as string));
  if (rel.startsWith('..') || path.isAbsolute(rel)) { res.status(403).end(); return; }
  fs.readFileSync(path.join(ROOT, rel));
});
app.get('/4', async (req, res) => {
  const x = String(req.query.x);
  if (x.includes('..') || x.includes('/')) { res.status(403).end(); return; }
  fs.readFileSync(path.join(ROOT, x));
});
app.get('/5', async (req, res) => {
  const real = path.join(ROOT, req.query.x as string);
  if (real.startsWith(ROOT + '/')) fs.readFileSync(real);
  if (real.indexOf(ROOT + path.sep) === 0) fs.readFileSync(real);
  const safe = path.normalize(req.query.x as string).replace(/^(\.\.(\/|\\|$))+/, ''); fs.readFileSync(path.join(ROOT, safe));
  const bad = (req.query.x as string).replace('../', ''); fs.readFileSync(path.join(ROOT, bad)); // finding: path-traversal
  const bad2 = (req.query.x as string).replace(/\.\.\//g, ''); fs.readFileSync(path.join(ROOT, bad2)); // finding: path-traversal
});
app.get('/6', (req, res) => { const name = req.query.x as string; const files = fs.readdirSync(ROOT); if (!files.includes(name)) return res.end(); fs.readFileSync(path.join(ROOT, name)); });
app.get('/7/:id', (req, res) => { const id = parseInt(req.params.id, 10); fs.readFileSync(path.join(ROOT, `${id}.json`)); if (!/^[a-z0-9-]+$/.test(req.params.id)) return res.end(); fs.readFileSync(path.join(ROOT, `${req.params.id}.json`)); });
function inside(root: string, p: string) { const r = path.resolve(root, p); if (!r.startsWith(path.resolve(root) + path.sep)) throw new Error('x'); return r; }
app.get('/8', (req, res) => { fs.readFileSync(inside(ROOT, req.query.x as string)); });
app.post('/z', (req, res) => { new AdmZip(req.body).getEntries().forEach((e) => fs.writeFileSync(path.join('/out', e.entryName), e.getData())); }); // finding: path-traversal
app.post('/z2', (req, res) => { new AdmZip(req.body).getEntries().forEach((e) => { const t = path.resolve('/out', e.entryName); if (!t.startsWith('/out' + path.sep)) return; fs.writeFileSync(t, e.getData()); }); });
app.post('/z3', (req, res) => { fs.createReadStream('a.zip').pipe(unzipper.Parse()).on('entry', (entry) => { entry.pipe(fs.createWriteStream(path.join('/out', entry.path))); }); }); // finding: path-traversal
app.post('/z4', (req, res) => { yauzl.open('a.zip', { lazyEntries: true }, (err, zip) => { zip.on('entry', (entry) => { fs.writeFileSync('/out/' + entry.fileName, ''); }); }); }); // finding: path-traversal
