import type { Editor } from '@tiptap/core';
import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { ArticleEditor, type ArticleHandle, type HighlightRange } from '@/components/article/article-editor';
import { useHighlightTops } from '@/components/article/highlight-tops';
import { highlightsOf } from '@/components/article/highlights';
import { PlainArticle } from '@/components/article/plain-article';
import type { Span } from '@/domain/anchor';
import { plainDoc } from '@/domain/doc';

/** What the article told its surroundings. */
type Heard = { selected: Span | null; created: Span[]; activated: (string | null)[]; moved: Span[] };

type Harness = {
  mount(text: string, claims: HighlightRange[], language?: string): void;
  /** the article as it stands before its editor does, from a server too */
  mountPlain(text: string): void;
  show(claims: HighlightRange[], activeId?: string | null): void;
  /** what the timed ones open, given beforehand so that its way here is not timed */
  given: { text: string; claims: HighlightRange[] };
  /** opens the article given; ms until what is in view and until everything is drawn */
  timeOpening(): Promise<{ seen: number; all: number }>;
  /** adds the claims that come after the first so many one by one; ms of each with style and layout */
  timeAdding(shown: number): Promise<number[]>;
  /** how many blocks still show an older state */
  waiting(): number;
  editor: Editor | null;
  article: ArticleHandle | null;
  heard: Heard;
  tops: ReadonlyMap<string, number>;
};

declare global {
  interface Window {
    harness: Harness;
  }
}

const docOf = (text: string) => plainDoc(text.split('\n'));

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

const hasShown = () => highlightsOf(harness.editor!.state).ranges.length === harness.given.claims.length;

async function timeOpening() {
  const { text, claims } = harness.given;
  await frame();
  const started = performance.now();
  harness.mount(text, claims);
  while (harness.editor === null || !hasShown()) await frame();
  const seen = performance.now() - started;
  while (harness.waiting() > 0 || !hasShown()) await frame();
  await frame();
  return { seen, all: performance.now() - started };
}

async function timeAdding(shown: number): Promise<number[]> {
  const { claims } = harness.given;
  const durations: number[] = [];
  for (let many = shown + 1; many <= claims.length; many += 1) {
    const next = claims.slice(0, many);
    await frame();
    const started = performance.now();
    harness.show(next);
    document.body.getBoundingClientRect(); // style and layout, which the next frame would do
    durations.push(performance.now() - started);
  }
  return durations;
}

const root = createRoot(document.getElementById('root')!);

const harness: Harness = {
  given: { text: '', claims: [] },
  timeOpening,
  timeAdding,
  mount(text, claims, language = 'en') {
    root.render(<Page text={text} initial={claims} language={language} />);
  },
  mountPlain(text) {
    flushSync(() => {
      root.render(
        <div className="article">
          <PlainArticle doc={docOf(text)} language="en" />
        </div>,
      );
    });
  },
  show: () => undefined,
  waiting: () => (harness.editor ? highlightsOf(harness.editor.state).stale.size : -1),
  editor: null,
  article: null,
  heard: { selected: null, created: [], activated: [], moved: [] },
  tops: new Map(),
};
window.harness = harness;

function Page({ text, initial, language }: { text: string; initial: HighlightRange[]; language: string }) {
  const [claims, setClaims] = useState(initial);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const doc = useMemo(() => docOf(text), [text]);
  const ids = useMemo(() => claims.map(({ id }) => id).slice(0, 300), [claims]);
  harness.tops = useHighlightTops(editor, ids);
  harness.editor = editor;
  harness.show = (next, active = null) => {
    flushSync(() => {
      setClaims(next);
      setActiveId(active);
    });
  };
  return (
    <ArticleEditor
      ref={(handle) => {
        harness.article = handle;
      }}
      doc={doc}
      text={text}
      language={language}
      label="A fictional article"
      claims={claims}
      activeId={activeId}
      onEditor={setEditor}
      onSelect={(span) => {
        harness.heard.selected = span;
      }}
      onActivate={(id) => {
        harness.heard.activated.push(id);
        setActiveId(id);
      }}
      onCreate={(span) => {
        harness.heard.created.push(span);
        const made = { id: `new${claims.length}`, ...span, tone: 'none', state: 'draft' } as const;
        setClaims([...claims, made]);
      }}
      onMove={(span) => harness.heard.moved.push(span)}
    />
  );
}
