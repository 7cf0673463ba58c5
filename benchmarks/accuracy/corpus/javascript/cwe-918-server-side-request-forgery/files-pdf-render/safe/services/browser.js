const puppeteer = require('puppeteer');

const PAGES = ['/terms', '/privacy', '/imprint'];

exports.render = async function render(page) {
  const browser = await puppeteer.launch();
  try {
    const tab = await browser.newPage();
    const url = PAGES.includes(page) ? 'https://www.example.com' + page : 'https://www.example.com/';
    await tab.goto(url, { waitUntil: 'networkidle0' });
    return await tab.pdf({ format: 'A4' });
  } finally {
    await browser.close();
  }
};
