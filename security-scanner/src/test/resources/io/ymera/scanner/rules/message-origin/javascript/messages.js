const OURS = ['https://app.example.com'];
window.addEventListener('message', (event) => {
  localStorage.setItem('api', event.data.api); // finding: message-origin
});
window.addEventListener('message', (event) => {
  if (!OURS.includes(event.origin)) return;
  localStorage.setItem('api', event.data.api);
});
window.addEventListener('message', (event) => {
  if (event.origin.indexOf('app.example.com') < 0) return; // finding: cors
  const data = JSON.parse(event.data); // finding: message-origin
  show(data);
});
window.onmessage = (event) => {
  if (event.origin === location.origin) document.title.value = event.data;
};
