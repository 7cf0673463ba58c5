const list = document.querySelector('#results');

function entity(text) {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

export async function search() {
  const query = new URLSearchParams(window.location.search).get('q') ?? '';
  const words = query.split(/\s+/).filter(Boolean);
  let html = '';
  for (const word of words) {
    html += `<li title="${entity(word)}">${entity(word)}</li>`;
  }
  list.insertAdjacentHTML('beforeend', html);
}

search();
