const express = require('express');
const path = require('path');
const fs = require('fs');

const app = express();
const ROOT = '/srv/manuals';

app.get('/download', (req, res) => {
  const file = path.join(ROOT, req.query.file);
  fs.createReadStream(file)
    .on('error', () => res.sendStatus(404))
    .pipe(res);
});

app.listen(3000);
