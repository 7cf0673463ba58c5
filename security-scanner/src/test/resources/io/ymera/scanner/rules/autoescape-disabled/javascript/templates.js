const nunjucks = require('nunjucks');
const Handlebars = require('handlebars');
nunjucks.configure('views', { autoescape: false }); // finding: autoescape-disabled
nunjucks.configure('views', { autoescape: true });
Handlebars.compile('x', { noEscape: true }); // finding: autoescape-disabled
