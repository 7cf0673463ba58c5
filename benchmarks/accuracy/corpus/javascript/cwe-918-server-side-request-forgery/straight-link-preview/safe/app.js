const express = require('express');
const axios = require('axios');
const cheerio = require('cheerio');

const app = express();

app.get('/preview', async (req, res) => {
  const { data } = await axios.get('https://pages.example.org/search', { timeout: 3000, params: { q: req.query.url } });
  const $ = cheerio.load(data);
  res.json({ title: $('title').text() });
});

app.listen(3000);
