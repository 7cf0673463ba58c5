const express = require('express');
const multer = require('multer');
const path = require('path');
const { randomUUID } = require('crypto');

const storage = multer.diskStorage({
  destination: 'public/pictures',
  filename: (req, file, done) => done(null, randomUUID() + '.png'),
});
const upload = multer({ storage, limits: { fileSize: 1 << 20 } });
const app = express();

app.use(express.static('public'));
app.post('/pictures', upload.single('picture'), (req, res) => {
  res.status(201).json({ href: '/pictures/' + req.file.filename });
});

app.listen(3000);
