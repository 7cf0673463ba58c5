import { loadTemplate } from './templates.js';

export async function preview(req, res) {
  const template = await loadTemplate(req.params.template);
  res.type('text/plain').send(template);
}
