import express from 'express'; import ejs from 'ejs'; import pug from 'pug'; import Handlebars from 'handlebars'; import nunjucks from 'nunjucks'; import _ from 'lodash'; import { Liquid } from 'liquidjs'; import Mustache from 'mustache'; import vm from 'vm'; import yaml from 'js-yaml'; import serialize from 'node-serialize'; import libxmljs from 'libxmljs2'; import xpath from 'xpath'; import { DOMParser } from '@xmldom/xmldom'; import xml2js from 'xml2js'; import ldap from 'ldapjs'; import { Client as Ldapts } from 'ldapts'; import * as mathjs from 'mathjs'; import { Parser } from 'expr-eval'; import jexl from 'jexl'; import v8 from 'v8'; import { XMLParser } from 'fast-xml-parser'; import sax from 'sax'; import { VM } from 'vm2'; import jsonata from 'jsonata'; import { JSONPath } from 'jsonpath-plus'; import superjson from 'superjson'; import YAML from 'yaml'; import { Eta } from 'eta'; import plist from 'plist'; import bson from 'bson'; import expat from 'node-expat'; import ivm from 'isolated-vm';
const app = express();
app.post('/', async (req, res) => {
  const x = req.body.x;
  ejs.render(x, {}); // finding: template-injection
  ejs.render('<%= x %>', { x });
  pug.render(x); // finding: template-injection
  pug.compile(`p ${x}`)({}); // finding: template-injection
  Handlebars.compile(x)({}); // finding: template-injection
  Handlebars.compile('{{x}}')({ x });
  nunjucks.renderString(x, {}); // finding: template-injection
  nunjucks.renderString('{{ x }}', { x });
  _.template(x)({}); // finding: template-injection
  await new Liquid().parseAndRender(x, {}); // finding: template-injection
  Mustache.render(x, {});
  new Eta().renderString(x, {}); // finding: template-injection
  res.render('page', { ...req.body });
  res.render(x); // finding: path-traversal
  eval(x); // finding: code-injection
  new Function('a', x)(1); // finding: code-injection
  vm.runInNewContext(x); // finding: code-injection
  new vm.Script(x).runInThisContext(); // finding: code-injection
  new VM().run(x); // finding: code-injection
  setTimeout(x, 1); // finding: code-injection
  setTimeout(() => x, 1);
  await import(x); // finding: unsafe-reflection
  require(x); // finding: unsafe-reflection
  mathjs.evaluate(x); // finding: code-injection
  Parser.evaluate(x);
  JSONPath({ path: x, json: {} }); // finding: code-injection
  JSON.parse(x);
  yaml.load(x); // finding: deserialization
  YAML.parse(x);
  serialize.unserialize(x); // finding: deserialization
  v8.deserialize(Buffer.from(x, 'base64')); // finding: deserialization
  libxmljs.parseXml(x, { noent: true }); // finding: xxe
  libxmljs.parseXml(x);
  new XMLParser({ processEntities: true }).parse(x);
  const doc = new DOMParser().parseFromString('<a/>', 'text/xml');
  xpath.select(`//user[name='${x}']`, doc); // finding: xpath-injection
  xpath.select('//user[name=$n]', doc);
  const c = ldap.createClient({ url: '' }); c.search('dc=x', { filter: `(uid=${x})`, scope: 'sub' }, () => {}); // finding: ldap-injection
  c.search('dc=x', { filter: new ldap.EqualityFilter({ attribute: 'uid', value: x }), scope: 'sub' }, () => {});
  c.bind(`uid=${x},dc=x`, 'p', () => {}); // finding: ldap-injection
  new RegExp(x); // finding: regex-injection
  new RegExp(_.escapeRegExp(x));
  'abc'.match(x); // finding: regex-injection
  const o: any = {}; o[x] = 1; o[x][req.body.y] = 2; // finding: prototype-pollution
  _.merge({}, req.body); // finding: prototype-pollution
  _.set({}, x, 1); // finding: prototype-pollution
  Object.assign({}, { a: x });
  console.log('user ' + x); // finding: log-injection
  console.log('user %s', JSON.stringify(x));
});
