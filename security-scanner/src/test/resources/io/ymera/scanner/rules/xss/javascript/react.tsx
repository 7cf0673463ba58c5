import React from 'react';
import { useSearchParams } from 'react-router-dom';
import DOMPurify from 'dompurify';

export function Page() {
  const [params] = useSearchParams();
  const text = params.get('text') ?? '';
  return (
    <div>
      <p>{text}</p>
      <div dangerouslySetInnerHTML={{ __html: text }} />{/* // finding: xss */}
      <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(text) }} />
      <a href={'/search?q=' + text}>again</a>
    </div>
  );
}
