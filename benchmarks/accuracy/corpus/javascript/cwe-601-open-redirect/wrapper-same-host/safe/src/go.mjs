import express from 'express';

const app = express();

function sameHost(target, host) {
  return URL.canParse(target) && new URL(target).origin === `https://${host}`;
}

app.get('/go', (req, res) => {
  const target = String(req.query.to);
  if (!sameHost(target, 'www.example.com')) {
    res.status(400).send('unknown target');
    return;
  }
  res.redirect(303, target);
});

app.listen(3000);
