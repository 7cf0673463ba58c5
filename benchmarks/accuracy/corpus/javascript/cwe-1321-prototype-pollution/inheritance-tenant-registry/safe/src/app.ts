import express from 'express';
import { requireOperator } from './auth';
import { FeatureFlags } from './registry/feature-flags';

const flags = new FeatureFlags();
const app = express();

app.use(requireOperator);
app.use(express.json({ limit: '10kb' }));

app.put('/tenants/:tenant/flags/:flag', (req, res) => {
  const { tenant, flag } = req.params;
  flags.put(tenant, flag, req.body);
  res.status(204).end();
});

app.get('/tenants/:tenant/flags/:flag', (req, res) => {
  res.json({ enabled: flags.enabled(req.params.tenant, req.params.flag) });
});

app.listen(3000);
