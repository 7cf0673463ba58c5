const HOST = 'https://app.example.com';
const KEY = 'apiBase';

window.addEventListener('message', (event) => {
  if (event.origin !== HOST) {
    return;
  }
  localStorage.setItem(KEY, event.data.apiBase);
  event.source.postMessage({ saved: true }, event.origin);
});
