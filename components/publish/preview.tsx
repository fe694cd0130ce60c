'use client';
import { ExternalLink } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Draft } from './draft';

/** Longest note that goes into a preview's address; a longer one is cut there, never in the edition. */
const LONGEST_SHOWN = 700;

/** The address of the page that readers would get. */
export function previewAddress(articleId: string, { note, tier, asLastApproved }: Draft, first: boolean): string {
  const query = new URLSearchParams(asLastApproved.map((id) => ['asLastApproved', id]));
  if (!first && note.trim()) query.set('note', note.trim().slice(0, LONGEST_SHOWN));
  if (!first && tier) query.set('tier', tier);
  const asked = query.toString();
  return `/articles/${articleId}/publish/preview${asked ? `?${asked}` : ''}`;
}

/** The very page readers will get. `version` changes when what it shows does. */
export function Preview({ address, version }: { address: string; version: string }) {
  const [first] = useState(address);
  const frame = useRef<HTMLIFrameElement>(null);
  const shown = useRef({ address, version });
  useEffect(() => {
    if (shown.current.address === address && shown.current.version === version) return;
    // waits for a pause in typing; replaces, so that the browser's Back leaves the page and not a preview
    const timer = setTimeout(() => {
      shown.current = { address, version };
      frame.current?.contentWindow?.location.replace(address);
    }, 500);
    return () => clearTimeout(timer);
  }, [address, version]);
  return (
    <section aria-labelledby="preview" className="flex min-h-0 flex-col gap-2 xl:flex-1">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="preview" className="font-serif text-lg leading-tight font-semibold">
          What readers will get
        </h2>
        <a href={address} target="_blank" rel="noreferrer" className="inline-flex items-center gap-1 py-1 text-sm">
          On a page of its own <ExternalLink className="size-3.5" aria-hidden />
        </a>
      </div>
      <iframe
        ref={frame}
        src={first}
        title="Preview of the edition"
        className="h-[70dvh] w-full rounded-md border border-rule bg-paper xl:h-full xl:min-h-0 xl:flex-1"
      />
    </section>
  );
}
