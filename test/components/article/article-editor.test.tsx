import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ArticleEditor } from '@/components/article/article-editor';
import { plainDoc } from '@/domain/doc';

test('a server already gives the text, paragraph by paragraph, before any script runs', () => {
  const text = 'The mayor <b>spoke</b>.\n\nThey voted.';
  const html = renderToString(
    <ArticleEditor
      doc={plainDoc(text.split('\n'))}
      text={text}
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
