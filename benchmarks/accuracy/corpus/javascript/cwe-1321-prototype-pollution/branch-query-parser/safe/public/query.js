export function parseQuery(text) {
  const result = {};
  for (const pair of text.replace(/^\?/, '').split('&')) {
    const [name, value = ''] = pair.split('=').map(decodeURIComponent);
    const match = /^(\w+)\[(\w+)\]$/.exec(name);
    if (match) {
      const group = '$' + match[1];
      result[group] = { ...result[group], ['$' + match[2]]: value };
    } else {
      result['$' + name] = value;
    }
  }
  return result;
}

document.title = parseQuery(window.location.search).$title || 'Reports';
