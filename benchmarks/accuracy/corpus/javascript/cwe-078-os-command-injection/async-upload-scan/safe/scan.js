const multer = require('multer');
const express = require('express');
const util = require('util');
const childProcess = require('child_process');

const upload = multer({ storage: multer.memoryStorage() });
const run = util.promisify(childProcess.exec);
const app = express();

app.post('/scan', upload.single('document'), async (req, res, next) => {
  try {
    const child = run(
      `clamdscan --no-summary --stream - --log=/var/log/scan/${req.file.size}.log`,
    );
    child.child.stdin.end(req.file.buffer);
    const { stdout } = await child;
    res.json({ file: req.file.originalname, verdict: stdout.trim() });
  } catch (err) {
    next(err);
  }
});

app.listen(3000);
