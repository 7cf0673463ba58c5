const DEFAULTS = { theme: 'light', locale: 'en', chart: { type: 'line', height: '320' } };

function decode(part) {
  return decodeURIComponent(part.replace(/\+/g, ' '));
}

/** ?chart[type]=bar&theme=dark */
export function parseOptions(search) {
  const options = {};
  for (const pair of search.replace(/^\?/, '').split('&').filter(Boolean)) {
    const [name, value = ''] = pair.split('=').map(decode);
    const match = /^(\w+)\[(\w+)\]$/.exec(name);
    if (match) {
      options[match[1]] = options[match[1]] || {};
      options[match[1]][match[2]] = value;
    } else {
      options[name] = value;
    }
  }
  return options;
}

export function embedOptions() {
  const given = parseOptions(window.location.search);
  return {
    theme: given.theme ?? DEFAULTS.theme,
    locale: given.locale ?? DEFAULTS.locale,
    chart: { ...DEFAULTS.chart, ...given.chart },
  };
}

export function mount(Chart, element) {
  const { theme, locale, chart } = embedOptions();
  const widget = new Chart(element, { kind: String(chart.type), height: Number(chart.height) || 320 });
  widget.setLocale(locale);
  element.classList.toggle('dark', theme === 'dark');
  return widget;
}
