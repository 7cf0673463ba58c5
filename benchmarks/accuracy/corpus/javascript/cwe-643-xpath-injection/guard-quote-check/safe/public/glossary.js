const response = await fetch('/glossary.xml');
const glossary = new DOMParser().parseFromString(await response.text(), 'application/xml');

export function define(word) {
  if (word.includes("'")) {
    return [];
  }
  const found = glossary.evaluate(`//entry[@word='${word}'][@public]/text`, glossary, null, XPathResult.ANY_TYPE, null);
  const lines = [];
  for (let node = found.iterateNext(); node; node = found.iterateNext()) {
    lines.push(node.textContent);
  }
  return lines;
}

document.querySelector('#word').textContent = define(new URLSearchParams(location.search).get('word') ?? '').join('\n');
