import { execSync } from 'child_process';
export default {
  async fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const url = new URL(request.url);
    execSync('ls ' + url.searchParams.get('dir')); // finding: command-injection
    const r = await fetch(url.searchParams.get('target')!); // finding: ssrf
    return new Response(`<p>${url.searchParams.get('q')}</p>`, { headers: { 'content-type': 'text/html' } }); // finding: xss
  },
};
addEventListener('fetch', (event) => {
  const u = new URL(event.request.url);
  execSync('ls ' + u.searchParams.get('dir')); // finding: command-injection
});
Deno.serve(async (req) => { const b = await req.json(); execSync('ls ' + b.dir); return new Response('ok'); }); // finding: command-injection
Bun.serve({ port: 3000, async fetch(req) { const b = await req.json(); execSync('ls ' + b.dir); return new Response('ok'); } }); // finding: command-injection
