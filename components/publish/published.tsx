'use client';
import { useEffect, useRef } from 'react';
import { LinkButton } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import type { Edition } from '@/domain/contract/editions';

const Address = ({ label, path }: { label: string; path: string }) => {
  const address = new URL(path, window.location.href).href;
  return (
    <div className="flex flex-col gap-1">
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="flex flex-wrap items-center gap-3">
        <a href={path} className="min-w-0 wrap-anywhere">
          {address}
        </a>
        <CopyButton text={address} label="Copy" />
      </dd>
    </div>
  );
};

/** The edition is out: where it is, and the ways on. */
export function Published({ edition, articleId }: { edition: Edition; articleId: string }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const newest = edition.url.replace(/\/\d+$/, '');
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6 px-4 py-12 sm:px-6">
      <h1 ref={title} tabIndex={-1} className="font-serif text-2xl leading-tight font-semibold outline-none">
        Edition {edition.number} is published
      </h1>
      <dl className="flex flex-col gap-4">
        <Address label="Always the newest edition: the address to share" path={newest} />
        <Address label="This edition, for good" path={edition.url} />
      </dl>
      <p className="text-sm wrap-anywhere text-ink-soft">
        Its digest, by which anyone can verify it, is <code className="font-mono">{edition.digest}</code>.
      </p>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={newest} variant="primary" prefetch={false}>
          Open the edition
        </LinkButton>
        <LinkButton href={`/articles/${articleId}`}>Back to the article</LinkButton>
      </div>
    </div>
  );
}
