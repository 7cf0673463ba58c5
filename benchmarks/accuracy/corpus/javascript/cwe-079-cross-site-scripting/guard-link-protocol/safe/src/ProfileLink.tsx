import React from 'react';
import { createRoot } from 'react-dom/client';

function address(value: string): string {
  const url = new URL(value, window.location.origin);
  return url.origin === window.location.origin ? url.href : '#';
}

function ProfileLink() {
  const site = new URLSearchParams(window.location.search).get('site') ?? '/';
  return <button onClick={() => window.location.assign(address(site))}>Continue</button>;
}

createRoot(document.getElementById('root')!).render(<ProfileLink />);
