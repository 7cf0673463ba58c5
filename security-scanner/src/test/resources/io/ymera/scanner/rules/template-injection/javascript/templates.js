const ejs = require('ejs');
const Handlebars = require('handlebars');
const nunjucks = require('nunjucks');
function a(req, res) {
  ejs.render(req.body.template, {}); // finding: template-injection
  ejs.render('<p><%= name %></p>', { name: req.body.name });
  Handlebars.compile(req.query.t)({}); // finding: template-injection
  nunjucks.renderString('Hello ' + req.query.name, {}); // finding: template-injection
  nunjucks.renderString('Hello {{ name }}', { name: req.query.name });
}
module.exports = a;
