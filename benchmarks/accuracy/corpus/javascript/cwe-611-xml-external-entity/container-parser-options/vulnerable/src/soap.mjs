import libxmljs from 'libxmljs';
import Koa from 'koa';
import body from 'koa-body';

const presets = {
  compact: { noblanks: true, nonet: true },
  full: { noent: true, dtdload: true },
};

const app = new Koa();
app.use(body({ text: true }));

app.use((ctx) => {
  const envelope = libxmljs.parseXmlString(ctx.request.body, presets.full);
  ctx.type = 'xml';
  ctx.body = envelope.root().toString();
});

app.listen(8088);
