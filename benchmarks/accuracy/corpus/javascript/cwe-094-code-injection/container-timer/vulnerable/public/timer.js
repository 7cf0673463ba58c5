const settings = {
  action: 'refresh()',
  next: new URLSearchParams(location.search).get('next'),
};

function refresh() {
  document.querySelector('#clock').textContent = new Date().toLocaleTimeString();
}

setTimeout(settings.next || settings.action, 1000);
