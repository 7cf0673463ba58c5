const text = 'system-ui, sans-serif';
Redoc.init(
  '/openapi.json',
  { theme: { typography: { fontFamily: text, headings: { fontFamily: text } } } },
  document.getElementById('api'),
);
