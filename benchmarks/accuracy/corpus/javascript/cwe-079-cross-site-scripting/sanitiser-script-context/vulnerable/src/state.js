import express from 'express';

const app = express();

app.get('/app', (req, res) => {
  const state = { user: null, filters: req.query };
  res.type('html').send(
    '<div id="root"></div>' +
      `<script>window.__STATE__ = ${JSON.stringify(state)}</script>` +
      '<script src="/bundle.js"></script>',
  );
});

app.listen(3000);
