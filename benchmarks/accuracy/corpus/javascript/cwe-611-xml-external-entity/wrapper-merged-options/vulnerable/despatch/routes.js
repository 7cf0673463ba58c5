const Router = require('@koa/router');
const getRawBody = require('raw-body');
const xml = require('../lib/xml');
const advices = require('./advices');

const router = new Router();

router.post('/despatch-advices', async (ctx) => {
  const text = await getRawBody(ctx.req, { encoding: 'utf8', limit: '1mb', length: ctx.request.length });

  let document;
  try {
    document = xml.read(text, { noent: true, nocdata: true });
  } catch (err) {
    ctx.throw(422, 'The document is not well-formed');
  }

  const number = document.get('/DespatchAdvice/ID');
  if (!number) ctx.throw(422, 'ID is missing');

  const lines = document.find('/DespatchAdvice/Line').map((line) => ({
    article: line.attr('article').value(),
    remark: line.text(),
  }));
  await advices.store({ number: number.text(), partner: ctx.state.partner.id, lines });
  ctx.status = 201;
  ctx.body = { number: number.text(), lines };
});

module.exports = router;
