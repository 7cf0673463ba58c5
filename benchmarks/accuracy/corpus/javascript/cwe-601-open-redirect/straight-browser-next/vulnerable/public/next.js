const params = new URLSearchParams(window.location.search);

document.querySelector('#continue').addEventListener('click', () => {
  window.location.href = params.get('next') ?? '/start';
});
