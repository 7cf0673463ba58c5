import { FastifyInstance, FastifyRequest } from 'fastify';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const LANGUAGES: readonly string[] = ['en', 'de', 'fr', 'nl', 'pl'];
const FALLBACK = 'en';
const CATALOGS = join(__dirname, '..', 'catalogs');

interface MessagesQuery {
  lang?: string;
}

function languageOf(request: FastifyRequest<{ Querystring: MessagesQuery }>): string {
  let language = request.query.lang ?? request.headers['x-client-language']?.toString() ?? FALLBACK;
  if (!LANGUAGES.includes(language)) {
    request.log.warn({ language }, 'no catalog for this language, expected one of %s', LANGUAGES.join());
  }
  return language;
}

export default async function messages(app: FastifyInstance): Promise<void> {
  app.get<{ Querystring: MessagesQuery }>(
    '/messages',
    { schema: { querystring: { type: 'object', properties: { lang: { type: 'string', maxLength: 200 } } } } },
    async (request, reply) => {
      const language = languageOf(request);
      try {
        const text = await readFile(join(CATALOGS, `${language}.json`), 'utf8');
        return reply.header('cache-control', 'public, max-age=600').type('application/json').send(text);
      } catch {
        return reply.code(404).send({ message: 'Catalog not found' });
      }
    },
  );

  app.get('/languages', async () => ({ languages: LANGUAGES }));
}
