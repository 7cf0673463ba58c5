async function load() {
  const place = new URL(location.href).searchParams.get('place');
  const target = document.querySelector('.forecast');
  const response = await fetch('/api/forecast?place=' + encodeURIComponent(place));
  if (response.ok) {
    const { degrees } = await response.json();
    target.textContent = `${place}: ${degrees} °C`;
  } else {
    $(target).empty().append(document.createTextNode('No forecast for '), $('<b>').text(place));
  }
}

$(load);
