const express = require('express');
const { engine } = require('express-handlebars');
const helpers = require('./helpers');
const catalogue = require('./catalogue');

const app = express();

app.engine('.hbs', engine({ extname: '.hbs', defaultLayout: false, helpers }));
app.set('view engine', '.hbs');
app.set('views', './views');

app.get('/search', async (req, res, next) => {
  try {
    const term = typeof req.query.term === 'string' ? req.query.term : '';
    const products = await catalogue.search(term);
    res.render('search', { term, products });
  } catch (err) {
    next(err);
  }
});

module.exports = app;
