const multer = require('multer');
const crypto = require('crypto');
multer.diskStorage({
  destination: 'uploads',
  filename: (req, file, cb) => cb(null, file.originalname), // finding: file-upload
});
multer.diskStorage({
  destination: 'uploads',
  filename: (req, file, cb) => cb(null, crypto.randomUUID()),
});
