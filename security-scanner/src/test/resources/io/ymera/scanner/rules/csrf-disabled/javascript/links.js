const router = require('express').Router();
router.get('/photos/:id/delete', (req, res) => res.end()); // finding: csrf-disabled
router.post('/photos/:id/delete', (req, res) => res.end());
router.get('/photos/deleted', (req, res) => res.end());
router.get('/updates', (req, res) => res.end());
