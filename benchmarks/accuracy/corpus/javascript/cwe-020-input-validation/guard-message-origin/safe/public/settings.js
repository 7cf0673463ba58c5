const HOST = 'https://app.example.com';

window.addEventListener('message', (event) => {
  if (event.origin !== HOST) {
    return;
  }
  localStorage.setItem('apiBase', event.data.apiBase);
  event.source.postMessage({ saved: true }, HOST);
});
