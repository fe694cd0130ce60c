import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ArticleEditor } from '@/components/article/article-editor';

test('a server already gives the text, paragraph by paragraph, before any script runs', () => {
  const html = renderToString(
    <ArticleEditor
      doc={{ type: 'doc', content: [] }}
      text={'The mayor <b>spoke</b>.\n\nThey voted.'}
      language="en"
      label="A fictional article"
      claims={[]}
      activeId={null}
      onActivate={() => undefined}
      onCreate={() => undefined}
    />,
  );
  expect(html).toContain('<p dir="auto">The mayor &lt;b&gt;spoke&lt;/b&gt;.</p><p dir="auto"><br/></p>');
  expect(html).toContain('lang="en"');
});
