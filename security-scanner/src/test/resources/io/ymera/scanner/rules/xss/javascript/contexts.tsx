import express from 'express'; import DOMPurify from 'dompurify'; import { marked } from 'marked'; import React from 'react'; import parse from 'html-react-parser'; import escapeHtml from 'escape-html'; import serialize from 'serialize-javascript'; import sanitizeHtml from 'sanitize-html'; import MarkdownIt from 'markdown-it'; import $ from 'jquery'; import he from 'he'; import { createApp, h } from 'vue';
const app = express();
app.get('/', (req, res) => { const q = req.query.q as string; res.send(`<p>${q}</p>`); }); // finding: xss
app.get('/', (req, res) => { const q = req.query.q as string; res.send('<p>' + escapeHtml(q) + '</p>'); });
app.get('/', (req, res) => { const q = req.query.q as string; res.send({ q }); });
app.get('/', (req, res) => { const q = req.query.q as string; res.json(q); });
app.get('/', (req, res) => { const q = req.query.q as string; res.end('<p>' + q); }); // finding: xss
app.get('/', (req, res) => { const q = req.query.q as string; res.write(`<p>${q}`); }); // finding: xss
app.get('/', (req, res) => { const q = req.query.q as string; res.status(404).send('Not found: ' + q); }); // finding: xss
app.get('/', (req, res) => { const q = req.query.q as string; res.type('text').send(q); });
app.get('/', (req, res) => { const q = req.query.q as string; res.type('txt').send(q); });
app.get('/', (req, res) => { const q = req.query.q as string; res.set('Content-Type', 'text/plain').send(q); });
app.get('/', (req, res) => { const q = req.query.q as string; res.send(`<script>var x = ${JSON.stringify(q)}</script>`); }); // finding: xss
app.get('/', (req, res) => { const q = req.query.q as string; res.send(`<script>var x = ${serialize(q)}</script>`); });
app.get('/', (req, res) => { const q = req.query.q as string; res.send(`<a href="${escapeHtml(q)}">x</a>`); }); // finding: xss
app.get('/', (req, res) => { const q = req.query.q as string; res.send(`<a href="/x?q=${encodeURIComponent(q)}">x</a>`); });
app.get('/', (req, res) => { const q = req.query.q as string; res.send(`<div title=${escapeHtml(q)}>x</div>`); }); // finding: xss
app.get('/', (req, res) => { const q = req.query.q as string; res.send(DOMPurify.sanitize(marked.parse(q))); });
app.get('/', (req, res) => { const q = req.query.q as string; res.send(marked.parse(q)); }); // finding: xss
app.get('/', (req, res) => { const q = req.query.q as string; res.send(marked.parse(DOMPurify.sanitize(q))); }); // finding: xss
app.get('/', (req, res) => { const q = req.query.q as string; res.send(sanitizeHtml(q)); });
app.get('/', (req, res) => { const q = req.query.q as string; res.send(q.replace('<', '&lt;')); }); // finding: xss
app.get('/', (req, res) => { const q = req.query.q as string; res.send(q.replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/'/g, '&#39;')); });
app.get('/', (req, res) => { const q = req.query.q as string; res.send(q.replace(/<script>/g, '')); }); // finding: xss
app.get('/', (req, res) => { const q = req.query.q as string; res.send(q.replace(/[<>&"']/g, (c) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&#39;' }[c] as string))); });
app.get('/', (req, res) => { const q = req.query.q as string; res.send(new MarkdownIt({ html: true }).render(q)); }); // finding: xss
app.get('/', (req, res) => { const q = req.query.q as string; res.send(new MarkdownIt().render(q)); });
app.get('/', (req, res) => { const q = req.query.q as string; res.send(he.decode(escapeHtml(q))); }); // finding: xss
app.get('/', (req, res) => { const q = req.query.q as string; res.render('x', { q }); });
export function A(props: { html: string }) {
  const q = new URLSearchParams(window.location.search).get('q') ?? '';
  const ref = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => { ref.current!.innerHTML = q; }, []); // finding: xss
  document.getElementById('x')!.innerHTML = location.hash.slice(1); // finding: xss
  document.getElementById('x')!.textContent = location.hash.slice(1);
  document.write(location.search); // finding: xss
  $('#x').html(q); // finding: xss
  $('#x').text(q);
  $('<div>' + q + '</div>').appendTo('body'); // finding: xss
  $(location.hash); // finding: xss
  document.body.insertAdjacentHTML('beforeend', q); // finding: xss
  const el = document.createElement('div'); el.setAttribute('onclick', q); // finding: xss
  const a = document.createElement('a'); a.href = q; // finding: xss
  const f = document.createElement('iframe'); f.srcdoc = q; // finding: xss
  const s = document.createElement('script'); s.src = q; // finding: xss
  new DOMParser().parseFromString(q, 'text/html');
  return (<div><span dangerouslySetInnerHTML={{ __html: q }} /> // finding: xss
    <b dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(q) }} /><p>{q}</p><a href={q}>x</a> // finding: xss
    {parse(q)}</div>);
}
export const vm = { setup() { const q = new URLSearchParams(location.search).get('q'); return () => h('div', { innerHTML: q }); } }; // finding: xss
window.addEventListener('message', (e) => { document.body.innerHTML = e.data; }); // finding: xss
window.addEventListener('message', (e) => { if (e.origin !== 'https://x.example') return; document.body.innerHTML = e.data; });
