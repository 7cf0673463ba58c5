const { runScript } = require('../engine/runner');

module.exports = (app) => {
  app.post('/scripts/run', (req, res) => {
    const out = runScript(req.body.script, req.body.input);
    res.json({ out });
  });
};
