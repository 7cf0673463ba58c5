import { useSearchParams } from 'next/navigation';
import { marked } from 'marked';

export function Preview() {
  const params = useSearchParams();
  const source = params.get('draft') ?? '';
  const html = marked.parse(source, { async: false }) as string;
  return (
    <div className="preview">
      <h2>Preview</h2>
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
}
