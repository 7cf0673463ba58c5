const shell = require('shelljs');
const express = require('express');
const fs = require('fs');
const path = require('path');

shell.config.silent = true;

const REPO = process.env.WIKI_REPO || '/var/lib/wiki';
const router = express.Router();

function quote(text) {
  return '"' + String(text).replace(/\\/g, '\\\\').replace(/"/g, '\\"') + '"';
}

function git(args) {
  const result = shell.exec('git -C ' + REPO + ' ' + args);
  if (result.code !== 0) {
    throw new Error('git exited with ' + result.code);
  }
  return result.stdout;
}

router.put('/pages/:number(\\d+)', express.json({ limit: '200kb' }), (req, res, next) => {
  const file = Number(req.params.number) + '.md';
  const summary = req.body.summary || 'Edit page ' + file;
  try {
    fs.writeFileSync(path.join(REPO, file), String(req.body.text || ''));
    git('add ' + file);
    git('commit --message=' + quote(summary));
    res.json({ revision: git('rev-parse HEAD').trim() });
  } catch (err) {
    next(err);
  }
});

module.exports = router;
