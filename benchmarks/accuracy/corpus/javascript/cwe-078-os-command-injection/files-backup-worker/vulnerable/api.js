const express = require('express');
const { backups } = require('./queue');
const requireOperator = require('./middleware/require-operator');

const app = express();
app.use(express.json());
app.use(requireOperator);

app.post('/backups', async (req, res, next) => {
  try {
    const job = await backups.add('dump', {
      database: req.body.database,
      level: req.body.level,
      requestedBy: req.operator.id,
    });
    res.status(202).json({ job: job.id });
  } catch (err) {
    next(err);
  }
});

app.listen(process.env.PORT || 8080);
