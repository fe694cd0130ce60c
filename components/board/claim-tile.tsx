'use client';
import { MoreHorizontal } from 'lucide-react';
import Link from 'next/link';
import type { ClaimBrief } from '@/domain/contract/board';
import { transitions } from '@/domain/workflow';
import { classes } from '../ui/classes';
import { DueTime } from '../ui/due-time';
import { IconButton } from '../ui/icon-button';
import { Menu, MenuItem, MenuLine, MenuLink } from '../ui/menu';
import { StateMark } from '../ui/state-mark';
import { VerdictMark } from '../ui/verdict-mark';
import { nameOf } from './board';
import type { Deeds } from './use-deeds';

type Props = {
  claim: ClaimBrief;
  names: Readonly<Record<string, string>>;
  /** the one tile that the Tab key leads to */
  current: boolean;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onFocus: () => void;
  deeds: Deeds;
  /** the address that shows this claim's article alone */
  onlyArticle: string;
  /** as a row of the list, with its state */
  wide: boolean;
};

const Facts = ({ claim, names, wide }: Pick<Props, 'claim' | 'names' | 'wide'>) => (
  <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
    {wide && <StateMark state={claim.state} />}
    <VerdictMark verdict={claim.verdict} />
    {claim.unsettled && (
      <span className="font-semibold text-warn">
        {claim.unsettled.state === 'lost' ? 'Lost' : 'Changed'} by revision {claim.unsettled.revision}
      </span>
    )}
    {claim.dueAt && <DueTime at={claim.dueAt} />}
    {claim.assignee && <span>with {names[claim.assignee] ?? 'somebody'}</span>}
  </p>
);

/** A claim on the board or in the list. Its statement leads to it; arrow keys lead from one to the next. */
export function ClaimTile({ claim, names, current, chosen, onChoose, onFocus, deeds, onlyArticle, wide }: Props) {
  const name = nameOf(claim);
  const tabIndex = current ? 0 : -1;
  const allowed = transitions[claim.state];
  const source = [claim.articleTitle, claim.claimant].filter(Boolean).join(' · ');
  return (
    <li
      onFocus={onFocus}
      className={classes('flex items-start gap-2 border-b py-2.5 pr-1 pl-1.5', chosen && 'bg-accent-wash')}
    >
      <input
        type="checkbox"
        checked={chosen}
        tabIndex={tabIndex}
        aria-label={`Select: ${name}`}
        onChange={(event) => onChoose(event.currentTarget.checked)}
        className="m-1 mt-1.5 size-4 shrink-0 accent-accent"
      />
      <div
        className={classes(
          'flex min-w-0 flex-1 flex-col gap-1',
          wide && 'lg:grid lg:grid-cols-[minmax(0,1fr)_32rem] lg:items-center lg:gap-x-8',
        )}
      >
        <div className="flex min-w-0 flex-col gap-0.5">
          <Link
            href={`/articles/${claim.articleId}#claim-${claim.id}`}
            prefetch={false}
            tabIndex={tabIndex}
            data-tile={claim.id}
            dir="auto"
            className="line-clamp-3 min-h-6 leading-tight font-semibold text-ink no-underline wrap-anywhere hover:underline"
          >
            {name}
          </Link>
          <p className="truncate text-sm text-ink-faint" dir="auto" title={source}>
            {source}
          </p>
        </div>
        <Facts claim={claim} names={names} wide={wide} />
      </div>
      <Menu
        trigger={
          <IconButton label={`More: ${name}`} icon={<MoreHorizontal aria-hidden />} size="sm" tabIndex={tabIndex} />
        }
      >
        <MenuItem onSelect={() => deeds.assign([claim])}>Assign…</MenuItem>
        <MenuItem onSelect={() => deeds.setDue([claim])}>Set when it is due…</MenuItem>
        {allowed.submit && <MenuItem onSelect={() => deeds.submit([claim])}>Submit</MenuItem>}
        {allowed['take back'] && <MenuItem onSelect={() => deeds.takeBack([claim])}>Take back</MenuItem>}
        {allowed.restore && <MenuItem onSelect={() => deeds.restore([claim])}>Restore</MenuItem>}
        {allowed.drop && (
          <MenuItem danger onSelect={() => deeds.drop([claim])}>
            Drop…
          </MenuItem>
        )}
        <MenuLine />
        <MenuLink href={onlyArticle}>Only this article</MenuLink>
      </Menu>
    </li>
  );
}
