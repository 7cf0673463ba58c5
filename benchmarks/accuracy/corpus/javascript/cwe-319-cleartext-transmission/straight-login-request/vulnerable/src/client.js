import axios from 'axios';

const BASE = 'http://accounts.example.com';

export async function signIn(user, password) {
  const { data } = await axios.post(`${BASE}/login`, { user, password });
  return data.token;
}

export async function signOut(token) {
  await axios.post(`${BASE}/logout`, null, { headers: { Authorization: `Bearer ${token}` } });
}
