(function () {
  var box = document.getElementById('banner');
  var text = decodeURIComponent(window.location.hash.slice(1));
  if (text) {
    var strong = document.createElement('strong');
    strong.textContent = text;
    box.replaceChildren(strong);
    box.hidden = false;
  }
})();
