import React from 'react';
import { useAnnouncement } from './context';

export function Header() {
  const { html, text } = useAnnouncement();
  return (
    <header>
      <h1>{text}</h1>
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </header>
  );
}
