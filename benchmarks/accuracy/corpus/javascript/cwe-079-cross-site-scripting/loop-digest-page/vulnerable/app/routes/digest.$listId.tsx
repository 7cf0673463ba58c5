import type { LoaderFunctionArgs } from '@remix-run/node';
import escapeHtml from 'escape-html';
import { getList, getPosts } from '~/models/post.server';

const STYLE = 'body{font-family:sans-serif;max-width:40rem;margin:auto}';

function formatDate(value: Date): string {
  return value.toISOString().slice(0, 10);
}

export async function loader({ params }: LoaderFunctionArgs) {
  const listId = Number(params.listId);
  if (!Number.isInteger(listId)) {
    throw new Response('Not found', { status: 404 });
  }

  const list = await getList(listId);
  if (!list) {
    throw new Response('Not found', { status: 404 });
  }

  const parts: string[] = [];
  for (const post of await getPosts(listId, { limit: 30 })) {
    const title = escapeHtml(post.title);
    const excerpt = escapeHtml(post.body.slice(0, 280));
    const byline = post.guestName ?? escapeHtml(post.author.name);
    parts.push(
      `<article><h2><a href="/posts/${Number(post.id)}">${title}</a></h2>` +
        `<p class="meta">${byline}, ${formatDate(post.createdAt)}</p><p>${excerpt}</p></article>`,
    );
  }

  const html = `<!doctype html><html><head><style>${STYLE}</style><title>Digest</title></head>
<body><h1>${escapeHtml(list.name)}</h1>${parts.join('\n')}</body></html>`;

  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'private, max-age=60' },
  });
}
