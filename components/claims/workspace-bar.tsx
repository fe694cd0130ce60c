'use client';
import { ChevronDown, FileText, Heading1, ImageIcon, Newspaper } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Suspense, useEffect, useState } from 'react';
import { mayDo } from '@/domain/permission';
import { PeopleHere } from '../live/people-here';
import { Button, LinkButton } from '../ui/button';
import { useShortcuts } from '../ui/command';
import { HeaderSlot } from '../ui/header-slot';
import { Menu, MenuHeading, MenuItem, MenuLine, MenuLink } from '../ui/menu';
import type { Ordered } from './claim-order';
import { focusIsBack, refusalToDecide } from './deeds';
import { annotationsImport, articleDetails } from './parts';
import { useChecking } from './under-check';
import { useColleagues } from './use-presence';

export type AboutKind = 'headline' | 'image' | 'article';
type Props = { ordered: Ordered; onAbout: (about: AboutKind) => void };

const counted = (count: number) => (
  <span className="rounded-full bg-sunken px-1.5 text-xs font-normal text-ink-soft tabular-nums">{count}</span>
);

/** What the workspace puts into the desk's bar: the article's title and what can be done with it as a whole. */
export function WorkspaceBar({ ordered, onAbout }: Props) {
  const checking = useChecking();
  const { article, me } = checking;
  const { others } = useColleagues();
  const router = useRouter();
  const make = (about: AboutKind) => () => void focusIsBack().then(() => onAbout(about));
  const [importing, setImporting] = useState(false);
  const [details, setDetails] = useState(false);
  useEffect(() => {
    if (location.hash === '#details') setDetails(true); // by a link from the desk
  }, []);
  const claims = ordered.standing.map(({ entry }) => entry.claim);
  const waiting = claims.filter((claim) => refusalToDecide(checking, claim, 'approve') === null).length;
  const approved = claims.filter(({ state }) => state === 'approved').length;
  const mayPublish = mayDo(me.role, 'publish');
  const unsettled = claims.filter((claim) => claim.unsettled !== null).length;
  const revisions = `/articles/${article.id}/revisions`;
  const group = 'Article';
  useShortcuts([
    { label: 'Claims of this article on the board', group, run: () => router.push(`/board?article=${article.id}`) },
    { label: 'Article details', group, run: () => setDetails(true), keywords: ['assign', 'due', 'metadata'] },
    { label: 'New revision', group, run: () => router.push(`${revisions}/new`), keywords: ['changed', 'paste'] },
    { label: 'Correct the text', group, run: () => router.push(`${revisions}/correct`), disabled: !mayPublish },
    { label: 'Revisions and what changed', group, run: () => router.push(revisions), keywords: ['timeline', 'diff'] },
    {
      label: 'Report of the newest revision',
      group,
      run: () => router.push(`${revisions}/newest`),
      keywords: ['settle', 'changed', 'lost'],
      disabled: article.revision.number < 2,
    },
  ]);
  return (
    <>
      <HeaderSlot slot="title">
        <span dir="auto">{article.title}</span>
      </HeaderSlot>
      <HeaderSlot slot="actions">
        <PeopleHere present={others} where="Also in this article" countedOnPhone />
        {unsettled > 0 && (
          <LinkButton
            variant="quiet"
            href={`${revisions}/newest`}
            className="px-2 max-sm:hidden"
            aria-label={`Settle: ${unsettled} changed or lost`}
          >
            Settle {counted(unsettled)}
          </LinkButton>
        )}
        {mayPublish && (
          <LinkButton
            variant="quiet"
            href={`/articles/${article.id}/queue`}
            className="px-2 max-sm:hidden"
            aria-label={`Queue: ${waiting} waiting for you`}
          >
            Queue {counted(waiting)}
          </LinkButton>
        )}
        {mayPublish && (
          <LinkButton
            variant="quiet"
            href={`/articles/${article.id}/publish`}
            className="px-2 max-sm:hidden"
            aria-label={`Publish: ${approved} approved`}
          >
            Publish {counted(approved)}
          </LinkButton>
        )}
        <Menu
          onOpen={() => {
            annotationsImport.fetch();
            articleDetails.fetch();
          }}
          trigger={
            <Button variant="quiet" className="px-2" aria-label="This article">
              <FileText aria-hidden className="sm:hidden" />
              <span className="max-sm:hidden">Article</span>
              <ChevronDown aria-hidden />
            </Button>
          }
        >
          {mayDo(me.role, 'annotate') && (
            <>
              <MenuHeading>New claim about</MenuHeading>
              <MenuItem icon={<Heading1 aria-hidden />} onSelect={make('headline')}>
                The headline
              </MenuItem>
              <MenuItem icon={<ImageIcon aria-hidden />} onSelect={make('image')}>
                An image…
              </MenuItem>
              <MenuItem icon={<Newspaper aria-hidden />} onSelect={make('article')}>
                The whole article
              </MenuItem>
              <MenuLine />
            </>
          )}
          <MenuHeading>Revision {article.revision.number}</MenuHeading>
          {unsettled > 0 && <MenuLink href={`${revisions}/newest`}>Settle what changed ({unsettled})</MenuLink>}
          <MenuLink href={`${revisions}/new`}>New revision…</MenuLink>
          {mayPublish && <MenuLink href={`${revisions}/correct`}>Correct the text…</MenuLink>}
          <MenuLink href={revisions}>Revisions and what changed</MenuLink>
          <MenuLine />
          {mayPublish && (
            <>
              <MenuLink href={`/articles/${article.id}/queue`}>Queue: {waiting} waiting for you</MenuLink>
              <MenuLink href={`/articles/${article.id}/publish`}>Publish…</MenuLink>
            </>
          )}
          <MenuLink href={`/articles/${article.id}/standards`}>Standards: report</MenuLink>
          {mayDo(me.role, 'annotate') && <MenuItem onSelect={() => setImporting(true)}>Import annotations…</MenuItem>}
          <MenuLink href={`/board?article=${article.id}`}>Its claims on the board</MenuLink>
          <MenuItem onSelect={() => setDetails(true)}>Article details…</MenuItem>
        </Menu>
      </HeaderSlot>
      {importing && (
        <Suspense>
          <annotationsImport.Part open onOpenChange={setImporting} />
        </Suspense>
      )}
      {details && (
        <Suspense>
          <articleDetails.Part open onOpenChange={setDetails} />
        </Suspense>
      )}
    </>
  );
}
