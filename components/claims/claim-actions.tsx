'use client';
import { Link2, Merge, MoreHorizontal, Scissors, Split, Trash2 } from 'lucide-react';
import { mayDo } from '@/domain/permission';
import { transitions } from '@/domain/workflow';
import { toast } from '../ui/announcer';
import { Button, type ButtonVariant } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { Kbd } from '../ui/kbd';
import { Menu, MenuItem, MenuLine } from '../ui/menu';
import type { Numbered } from './claim-order';
import { deciding, mayDropClaim } from './claim-rights';
import { focusIsBack } from './deeds';
import { adjudication, askSecond } from './parts';
import { mayAdjudicate, mayAsk } from './second/second-deeds';
import { SecondItems } from './second/second-items';
import { type Checking, useChecking } from './under-check';

/** What can be done with the claim that is open; all of it has a key or stands in the palette too. */
export type ClaimDeeds = {
  submit(): void;
  takeBack(): void;
  approve(): void;
  sendBack(): void;
  drop(): void;
  restore(): void;
  move(): void;
  split(): void;
  merge(): void;
  takeNewWords(): void;
  keepAsItStood(): void;
};

type Offer = { label: string; keys?: string; run: () => void; variant?: ButtonVariant };

/** What state and rights allow, the main thing last. */
function offers({ me, desk }: Checking, { entry: { claim } }: Numbered, deeds: ClaimDeeds): Offer[] {
  const allowed = transitions[claim.state];
  const may = deciding(claim, me, desk);
  const offered: Offer[] = [];
  if (allowed.restore && mayDropClaim(claim, me)) offered.push({ label: 'Restore', run: deeds.restore });
  if (allowed['take back'] && mayDo(me.role, 'annotate')) offered.push({ label: 'Take back', run: deeds.takeBack });
  if (allowed.return && may === 'yes') offered.push({ label: 'Return', keys: 'r', run: deeds.sendBack });
  if (allowed.approve && may === 'yes')
    offered.push({ label: 'Approve', keys: 'a', run: deeds.approve, variant: 'primary' });
  if (allowed.approve && may === 'override')
    offered.push({ label: 'Approve with override…', keys: 'a', run: deeds.approve });
  if (allowed.submit && mayDo(me.role, 'annotate'))
    offered.push({ label: 'Submit', keys: 'Mod+Enter', run: deeds.submit, variant: 'primary' });
  return offered;
}

/** What the state means for somebody who cannot do more now. */
function hint({ me, desk }: Checking, { entry: { claim } }: Numbered): string | null {
  if (claim.state !== 'submitted') return null;
  const may = deciding(claim, me, desk);
  if (may === 'no') return 'An editor decides on it.';
  return may === 'yes' ? null : 'You contributed, so another editor decides.';
}

const copyLink = async (id: string) => {
  const { origin, pathname } = window.location;
  const copied = await navigator.clipboard.writeText(`${origin}${pathname}#claim-${id}`).then(
    () => true,
    () => false,
  );
  toast(
    copied ? { text: 'The link is copied.' } : { kind: 'danger', text: 'The browser did not let the link be copied.' },
  );
};

type Props = { numbered: Numbered; deeds: ClaimDeeds };

/** The foot of a claim's panel: what can be done with it now. */
export function ClaimActions({ numbered, deeds }: Props) {
  const checking = useChecking();
  const { claim } = numbered.entry;
  const words = hint(checking, numbered);
  const isDropped = claim.state === 'dropped';
  return (
    <footer className="flex flex-wrap items-center justify-end gap-2 border-t bg-raised px-4 py-2.5">
      <Menu
        align="start"
        onOpen={() => {
          if (mayAsk(checking, claim)) askSecond.fetch();
          if (mayAdjudicate(checking, claim)) adjudication.fetch();
        }}
        trigger={<IconButton label="More for this claim" icon={<MoreHorizontal aria-hidden />} size="sm" />}
      >
        {!isDropped && (
          <MenuItem icon={<Scissors aria-hidden />} keys="Shift+C" onSelect={deeds.move}>
            Give it the selected words
          </MenuItem>
        )}
        <MenuItem icon={<Link2 aria-hidden />} onSelect={() => void copyLink(claim.id)}>
          Copy its link
        </MenuItem>
        <SecondItems numbered={numbered} />
        {!isDropped && mayDo(checking.me.role, 'annotate') && (
          <>
            <MenuItem icon={<Split aria-hidden />} onSelect={deeds.split}>
              Split: copy it for a second assertion
            </MenuItem>
            <MenuItem
              icon={<Merge aria-hidden />}
              disabled={!mayDropClaim(claim, checking.me)}
              onSelect={() => void focusIsBack().then(deeds.merge)}
            >
              Merge into another claim…
            </MenuItem>
          </>
        )}
        {!isDropped && (
          <>
            <MenuLine />
            <MenuItem
              danger
              icon={<Trash2 aria-hidden />}
              disabled={!mayDropClaim(claim, checking.me)}
              onSelect={deeds.drop}
            >
              Drop…
            </MenuItem>
          </>
        )}
      </Menu>
      <p className="min-w-0 flex-1 text-sm text-ink-faint">{words}</p>
      {offers(checking, numbered, deeds).map(({ label, keys, run, variant }) => (
        <Button key={label} variant={variant} onClick={run}>
          {label}
          {keys && (
            <span className="hidden lg:inline" aria-hidden>
              <Kbd keys={keys} bare />
            </span>
          )}
        </Button>
      ))}
    </footer>
  );
}
