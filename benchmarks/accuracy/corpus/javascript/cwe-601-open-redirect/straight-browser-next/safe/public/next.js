const params = new URLSearchParams(window.location.search);

document.querySelector('#continue').addEventListener('click', () => {
  window.location.href = '/start?next=' + encodeURIComponent(params.get('next') ?? '');
});
