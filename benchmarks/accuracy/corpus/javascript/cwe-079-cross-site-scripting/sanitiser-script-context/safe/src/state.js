import express from 'express';
import serialize from 'serialize-javascript';

const app = express();

app.get('/app', (req, res) => {
  const state = { user: null, filters: req.query };
  res.type('html').send(
    '<div id="root"></div>' +
      `<script>window.__STATE__ = ${serialize(state, { isJSON: true })}</script>` +
      '<script src="/bundle.js"></script>',
  );
});

app.listen(3000);
