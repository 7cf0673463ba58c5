import { useSearchParams } from 'next/navigation';
import { marked } from 'marked';
import DOMPurify from 'isomorphic-dompurify';

export function Preview() {
  const params = useSearchParams();
  const source = params.get('draft') ?? '';
  const html = DOMPurify.sanitize(marked.parse(source, { async: false }) as string);
  return (
    <div className="preview">
      <h2>Preview</h2>
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  );
}
