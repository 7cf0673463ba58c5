import React, { useEffect, useState } from 'react';

export function Reviews({ product }) {
  const [reviews, setReviews] = useState([]);

  useEffect(() => {
    let open = true;
    fetch(`/api/products/${encodeURIComponent(product)}/reviews`)
      .then((response) => response.json())
      .then((list) => open && setReviews(list));
    return () => {
      open = false;
    };
  }, [product]);

  return (
    <ul>
      {reviews.map((review) => (
        <li key={review.id} dangerouslySetInnerHTML={{ __html: `<b>★</b> ${Number(review.stars)}` }} title={review.author} />
      ))}
    </ul>
  );
}
