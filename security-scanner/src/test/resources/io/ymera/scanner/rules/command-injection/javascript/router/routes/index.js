const router = require('express').Router();
const files = require('../controllers/files');
router.get('/', files.list);
router.get('/:name', files.show);
router.post('/', files.controller.remove);
module.exports = router;
