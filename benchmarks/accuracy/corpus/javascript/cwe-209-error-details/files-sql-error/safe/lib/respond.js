exports.failed = (res, err) => res.status(500).json({ code: err.code === 'ER_DUP_ENTRY' ? 'duplicate' : 'failed' });
