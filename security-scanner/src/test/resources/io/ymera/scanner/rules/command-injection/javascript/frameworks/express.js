const express = require('express');
const { exec } = require('child_process');
const asyncHandler = require('express-async-handler');
const wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);
const app = express();
const router = express.Router({ mergeParams: true });
class Ctl {
  constructor() { this.list = this.list.bind(this); }
  list(req, res) { exec('ls ' + req.query.dir); } // finding: command-injection
  show = async (rq, rs) => { exec('ls ' + rq.query.dir); rs.send('x'); }; // finding: command-injection
  static del(request, response, next) { exec('rm ' + request.params.id); } // finding: command-injection
}
const ctl = new Ctl();
app.get('/l', ctl.list);
app.get('/l2', wrap(ctl.show));
app.delete('/l', Ctl.del);
app.get('/w', wrap(async (r, s) => { exec('ls ' + r.query.dir); })); // finding: command-injection
app.get('/w2', asyncHandler(async (r, s) => { exec('ls ' + r.query.dir); })); // finding: command-injection
app.route('/r').get((q, s) => { exec('ls ' + q.query.dir); }).post((q, s) => { exec('ls ' + q.body.dir); }); // finding: command-injection
app.use((rq, rs, next) => { exec('ls ' + rq.headers['x-dir']); next(); }); // finding: command-injection
app.use('/u', (rq, rs, next) => { exec('ls ' + rq.get('x-dir')); next(); }); // finding: command-injection
app.get('/arr', [auth, (rq, rs) => { exec('ls ' + rq.query.dir); }]); // finding: command-injection
app.all('*', function (rq, rs) { exec('ls ' + rq.path); }); // finding: command-injection
app.get('/loc', load, (rq, rs) => { exec('ls ' + rs.locals.dir); exec('ls ' + rq.dir); }); // finding: command-injection
function load(req, res, next) { res.locals.dir = req.query.dir; req.dir = req.query.dir; next(); }
app.get('/ok', check, (rq, rs) => { exec('ls ' + rq.query.dir); });
function check(req, res, next) { if (!/^\w+$/.test(req.query.dir)) return res.status(400).end(); next(); }
app.get('/ok2', (req, res, next) => { if (!/^\w+$/.test(req.query.dir)) { next(new Error('no')); } else { next(); } }, (rq, rs) => { exec('ls ' + rq.query.dir); });
const handlers = { list: (req, res) => { exec('ls ' + req.query.dir); } }; // finding: command-injection
for (const name of Object.keys(handlers)) app.get('/' + name, handlers[name]);
