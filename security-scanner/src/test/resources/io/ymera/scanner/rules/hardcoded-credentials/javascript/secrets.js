const jwt = require('jsonwebtoken');
const session = require('express-session');
const mysql = require('mysql');
const express = require('express');
const app = express();
const SECRET = 'kj2h34kj2h34'; // finding: hardcoded-credentials
jwt.sign({ a: 1 }, SECRET); // finding: hardcoded-credentials
jwt.sign({ a: 1 }, process.env.JWT_SECRET);
app.use(session({ secret: 'keyboard cat', resave: false, cookie: { secure: true } })); // finding: hardcoded-credentials
mysql.createConnection({ host: 'x', user: 'y', password: 'hunter2secret' }); // finding: hardcoded-credentials
mysql.createConnection({ host: 'x', user: 'y', password: process.env.DB_PASSWORD });
