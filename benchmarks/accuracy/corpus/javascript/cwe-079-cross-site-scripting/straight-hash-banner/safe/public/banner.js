(function () {
  var box = document.getElementById('banner');
  var close = document.getElementById('banner-close');
  var text = decodeURIComponent(window.location.hash.slice(1));

  close.addEventListener('click', function () {
    box.hidden = true;
  });
  if (text) {
    box.innerHTML = '<strong></strong>';
    box.firstChild.textContent = text;
    box.hidden = false;
  }
})();
