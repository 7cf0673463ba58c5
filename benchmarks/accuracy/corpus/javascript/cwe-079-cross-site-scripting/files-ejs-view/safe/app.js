const express = require('express');
const app = express();

app.set('view engine', 'ejs');
app.use('/find', require('./routes/find'));

app.listen(3000);
