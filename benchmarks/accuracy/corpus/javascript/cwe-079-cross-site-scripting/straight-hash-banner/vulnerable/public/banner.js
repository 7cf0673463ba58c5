(function () {
  var box = document.getElementById('banner');
  var text = decodeURIComponent(window.location.hash.slice(1));
  if (text) {
    box.innerHTML = '<strong>' + text + '</strong>';
    box.hidden = false;
  }
})();
