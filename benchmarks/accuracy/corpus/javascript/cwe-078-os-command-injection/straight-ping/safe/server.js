const express = require('express');
const { execFile } = require('child_process');

const app = express();

app.get('/ping', (req, res) => {
  const host = req.query.host;
  execFile('ping', ['-c', '1', '--', String(host)], (err, stdout) => {
    if (err) {
      return res.status(502).send('unreachable');
    }
    return res.type('text/plain').send(stdout);
  });
});

app.listen(3000);
