const out = document.getElementById('out');
out.innerHTML = location.hash.slice(1); // finding: xss
out.textContent = location.hash.slice(1);
out.innerHTML = DOMPurify.sanitize(decodeURIComponent(window.location.search));
document.write('<a href="' + document.referrer + '">back</a>'); // finding: xss
const params = new URLSearchParams(window.location.search);
document.querySelector('#x').insertAdjacentHTML('beforeend', params.get('q')); // finding: xss
$('#y').html(params.get('q')); // finding: xss
$('#y').text(params.get('q'));
window.addEventListener('message', (event) => {
  out.innerHTML = event.data; // finding: xss
});
window.addEventListener('message', function (e) {
  if (e.origin !== 'https://app.example') return;
  document.body.innerHTML = '<p>' + e.data.text + '</p>';
});
