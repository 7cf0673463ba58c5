'use strict';

const ORIGINS = ['https://app.example.com', 'https://admin.example.com'];

module.exports = function cors(req, res, next) {
  const origin = req.headers.origin;
  if (ORIGINS.includes(origin)) {
    res.setHeader('Access-Control-Allow-Origin', origin);
    res.setHeader('Access-Control-Allow-Credentials', 'true');
    res.setHeader('Vary', 'Origin');
  }
  next();
};
