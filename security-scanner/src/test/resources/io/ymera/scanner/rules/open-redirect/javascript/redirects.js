function a(req, res) {
  res.redirect(req.query.next); // finding: open-redirect
  res.redirect(301, req.query.next); // finding: open-redirect
  res.redirect('/users/' + req.params.id);
  res.redirect('/login?next=' + encodeURIComponent(req.query.next));
}
const ALLOWED = new Set(['/home', '/profile']);
function b(req, res) {
  const next = req.query.next;
  res.redirect(ALLOWED.has(next) ? next : '/home');
}
function c(req, res) {
  const target = req.query.next;
  if (target.startsWith('/') && !target.startsWith('//')) {
    res.redirect(target);
  } else {
    res.redirect('/');
  }
}
location.href = new URLSearchParams(location.search).get('next'); // finding: open-redirect
module.exports = { a, b, c };
