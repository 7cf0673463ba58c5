const express = require('express');
const axios = require('axios');
const cheerio = require('cheerio');

const app = express();

app.get('/preview', async (req, res) => {
  const { data } = await axios.get(req.query.url, { timeout: 3000 });
  const $ = cheerio.load(data);
  res.json({ title: $('title').text() });
});

app.listen(3000);
