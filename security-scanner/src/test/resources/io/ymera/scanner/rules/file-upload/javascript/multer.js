const multer = require('multer');
const crypto = require('crypto');
const path = require('path');
multer.diskStorage({
  destination: 'uploads',
  filename: (req, file, cb) => cb(null, Date.now() + '-' + file.originalname), // finding: file-upload
});
multer.diskStorage({
  destination: (req, file, cb) => cb(null, 'uploads'),
  filename: (req, file, cb) => cb(null, crypto.randomUUID() + '.png'),
});
multer.diskStorage({
  filename(req, file, done) {
    const extension = path.extname(file.originalname);
    if (!['.png', '.jpg'].includes(extension)) {
      return done(new Error('Only images'));
    }
    done(null, crypto.randomUUID() + extension);
  },
});
