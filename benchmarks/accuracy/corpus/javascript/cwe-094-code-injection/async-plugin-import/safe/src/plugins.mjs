import express from 'express';

const app = express();
app.use(express.json());

const plugins = {
  csv: () => import('./plugins/csv.mjs'),
  xml: () => import('./plugins/xml.mjs'),
};

app.post('/convert', async (req, res, next) => {
  try {
    const { format, rows } = req.body;
    const load = Object.hasOwn(plugins, format) ? plugins[format] : plugins.csv;
    const plugin = await load();
    res.send(plugin.convert(rows));
  } catch (err) {
    next(err);
  }
});

app.listen(3000);
