const settings = {
  base: 'https://api.weather.example.com/v2',
  headers: { Accept: 'application/json', Authorization: `Bearer ${process.env.WEATHER_TOKEN}` },
};

export async function forecast(place) {
  const response = await fetch(`${settings.base}/forecast/${encodeURIComponent(place)}`, { headers: settings.headers });
  if (!response.ok) {
    throw new Error(`forecast answered ${response.status}`);
  }
  return response.json();
}
