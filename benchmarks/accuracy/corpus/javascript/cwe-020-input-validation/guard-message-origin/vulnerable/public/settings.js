const HOST = 'https://app.example.com';
const KEY = 'apiBase';

window.addEventListener('message', (event) => {
  if (event.origin.indexOf('app.example.com') < 0) {
    return;
  }
  localStorage.setItem(KEY, event.data.apiBase);
  event.source.postMessage({ saved: true }, event.origin);
});
