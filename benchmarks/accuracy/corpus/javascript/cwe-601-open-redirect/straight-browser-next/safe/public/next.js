const params = new URLSearchParams(window.location.search);
const button = document.querySelector('#continue');

document.title = 'Almost there';
button.textContent = 'Continue';
button.disabled = !params.has('next');
button.addEventListener('click', () => {
  const next = params.get('next') ?? '';
  window.location.href = '/start?next=' + encodeURIComponent(next);
});
