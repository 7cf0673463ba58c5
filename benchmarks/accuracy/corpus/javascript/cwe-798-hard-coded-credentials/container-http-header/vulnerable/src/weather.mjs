const settings = {
  base: 'https://api.weather.example.com/v2',
  headers: { Accept: 'application/json', Authorization: 'Bearer 8f14e45fceea167a5a36dedd4bea2543' },
};

export async function forecast(place) {
  const response = await fetch(`${settings.base}/forecast/${encodeURIComponent(place)}`, { headers: settings.headers });
  if (!response.ok) {
    throw new Error(`forecast answered ${response.status}`);
  }
  return response.json();
}
