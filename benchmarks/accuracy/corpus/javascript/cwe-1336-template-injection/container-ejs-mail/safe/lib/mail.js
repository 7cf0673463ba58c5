const ejs = require('ejs');
const nodemailer = require('nodemailer');

const transport = nodemailer.createTransport({ sendmail: true });

async function invite(req, res) {
  const message = {
    template: 'Hello <%= name %>, you are invited.',
    name: String(req.body.name),
    text: String(req.body.text),
  };
  const text = ejs.render(message.template, { name: message.name });
  await transport.sendMail({ from: 'hello@example.com', to: req.user.email, subject: 'Invitation', text });
  res.sendStatus(202);
}

module.exports = { invite };
