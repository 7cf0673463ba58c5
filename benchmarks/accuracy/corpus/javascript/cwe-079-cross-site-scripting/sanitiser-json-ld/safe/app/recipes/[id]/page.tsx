import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadRecipe, type Recipe } from '@/lib/recipes';

interface PageProps {
  params: { id: string };
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const recipe = await loadRecipe(Number(params.id));
  return { title: recipe ? recipe.title : 'Recipe not found' };
}

function structuredData(recipe: Recipe): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Recipe',
    name: recipe.title,
    author: { '@type': 'Person', name: recipe.author.displayName },
    review: recipe.comments.map((comment) => ({
      '@type': 'Review',
      reviewBody: comment.text,
    })),
  };
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

export default async function RecipePage({ params }: PageProps) {
  const recipe = await loadRecipe(Number(params.id));
  if (!recipe) notFound();

  return (
    <article>
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structuredData(recipe) }} />
      <h1>{recipe.title}</h1>
      <p>by {recipe.author.displayName}</p>
      <ol>
        {recipe.steps.map((step, index) => (
          <li key={index}>{step}</li>
        ))}
      </ol>
    </article>
  );
}
