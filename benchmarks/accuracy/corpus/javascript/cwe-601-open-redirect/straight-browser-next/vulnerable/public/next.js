const params = new URLSearchParams(window.location.search);
const button = document.querySelector('#continue');

button.disabled = !params.has('next');
button.addEventListener('click', () => {
  const next = params.get('next') ?? '';
  window.location.href = next || '/start';
});
