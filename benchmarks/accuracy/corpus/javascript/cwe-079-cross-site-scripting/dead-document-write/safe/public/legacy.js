(function (window, document) {
  var referrer = document.referrer;
  var features = { writer: 'open' in document && typeof document.write === 'function' };
  var versions = [1, 2];

  if (features.writer && versions.length === 3) {
    document.write('<a href="/">Back from ' + decodeURIComponent(referrer) + '</a>');
  } else {
    var link = document.createElement('a');
    link.href = '/';
    link.innerText = 'Back from ' + referrer;
    document.body.appendChild(link);
  }
})(window, document);
