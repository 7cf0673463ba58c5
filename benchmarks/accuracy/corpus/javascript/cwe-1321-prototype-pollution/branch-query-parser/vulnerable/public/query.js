export function parseQuery(text) {
  const result = {};
  for (const pair of text.replace(/^\?/, '').split('&')) {
    const [name, value = ''] = pair.split('=').map(decodeURIComponent);
    const match = /^(\w+)\[(\w+)\]$/.exec(name);
    if (match) {
      result[match[1]] = result[match[1]] || {};
      result[match[1]][match[2]] = value;
    } else {
      result['$' + name] = value;
    }
  }
  return result;
}

document.title = parseQuery(window.location.search).$title || 'Reports';
