import React from 'react';
import { useLoaderData } from 'react-router-dom';

export async function loader({ params }) {
  const response = await fetch(`/api/comments/${encodeURIComponent(params.id)}`);
  return response.json();
}

export default function Comment() {
  const comment = useLoaderData();
  return (
    <article className="comment">
      <header>{comment.author}</header>
      <section dangerouslySetInnerHTML={{ __html: comment.text }} />
    </article>
  );
}
