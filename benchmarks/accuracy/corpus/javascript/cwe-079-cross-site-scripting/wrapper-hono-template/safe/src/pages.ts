import { Hono } from 'hono';
import { html, raw } from 'hono/html';
import { getCookie } from 'hono/cookie';
import { findEvents } from './events';

type Markup = ReturnType<typeof html>;

const THEMES = ['light', 'dark'] as const;

function layout(title: string, theme: string, content: Markup) {
  return html`<!doctype html>
    <html lang="en" data-theme="${theme}">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        ${raw('<link rel="stylesheet" href="/static/app.css">')}
      </head>
      <body>
        ${content}
      </body>
    </html>`;
}

function heading(text: string) {
  return html`<h1 class="page-title">${text}</h1>`;
}

export const pages = new Hono();

pages.get('/events', async (c) => {
  const city = c.req.query('city') ?? 'Berlin';
  const cookie = getCookie(c, 'theme');
  const theme = THEMES.find((known) => known === cookie) ?? 'light';
  const events = await findEvents(city);

  const content = html`
    ${heading(`Events in ${city}`)}
    <ul>
      ${events.map((event) => html`<li>${event.name}, ${event.startsAt}</li>`)}
    </ul>
  `;
  return c.html(layout('Events', theme, content));
});

pages.get('/about', (c) => c.html(layout('About', 'light', heading('About us'))));
