import React from 'react';
import { useSearchParams } from 'react-router-dom';
import DOMPurify from 'dompurify';

export function Page() {
  const [params] = useSearchParams();
  const text = params.get('text') ?? '';
  const raw = <div dangerouslySetInnerHTML={{ __html: text }} />; // finding: xss
  return (
    <div>
      <p>{text}</p>
      {raw}
      <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(text) }} />
      <a href={'/search?q=' + text}>again</a>
    </div>
  );
}
