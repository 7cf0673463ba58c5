exports.failed = (res, err) => res.status(500).json({ code: err.code, detail: err.detail, sql: err.sql, text: err.message });
