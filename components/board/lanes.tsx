'use client';
import { type KeyboardEvent, useId, useState } from 'react';
import type { ClaimBrief } from '@/domain/contract/board';
import { Button } from '../ui/button';
import { stateLooks } from '../ui/state-mark';
import { type Lane, stepFrom } from './board';
import { ClaimTile } from './claim-tile';
import type { Deeds } from './use-deeds';

/** As far as the claims of a state are counted. */
const COUNTED = 1000;

type Props = {
  lanes: readonly Lane[];
  names: Readonly<Record<string, string>>;
  chosen: ReadonlySet<string>;
  onChoose: (claim: ClaimBrief, chosen: boolean) => void;
  onMore: (lane: Lane) => void;
  onCurrent: (id: string) => void;
  deeds: Deeds;
  hrefOfArticle: (articleId: string) => string;
};

/** Lanes of claims side by side, or one list. One claim takes the Tab key; arrow keys lead to the others. */
export function Lanes({ lanes, names, chosen, onChoose, onMore, onCurrent, deeds, hrefOfArticle }: Props) {
  const all = lanes.flatMap(({ items }) => items);
  const [current, setCurrent] = useState<string | null>(null);
  const tabStop = all.some(({ id }) => id === current) ? current : (all[0]?.id ?? null);
  const hint = useId();
  const isBoard = lanes.length > 1;
  const move = (event: KeyboardEvent) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset.tile : undefined;
    if (!id || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === ' ') {
      event.preventDefault();
      const claim = all.find((item) => item.id === id);
      return claim && onChoose(claim, !chosen.has(id));
    }
    const next = stepFrom(lanes, id, event.key);
    if (!next) return;
    event.preventDefault();
    document.querySelector<HTMLElement>(`[data-tile="${next}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside take the keys, which bubble to here
    <div
      onKeyDown={move}
      className={
        isBoard
          ? 'grid [overflow-anchor:none] gap-x-4 gap-y-8 md:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]'
          : '[overflow-anchor:none]'
      }
    >
      <p id={hint} className="sr-only">
        Arrow keys lead from claim to claim, Space selects, Enter opens.
      </p>
      {lanes.map((lane) => (
        <LaneOfClaims key={lane.state ?? 'all'} lane={lane} hint={hint} onMore={() => onMore(lane)}>
          {lane.items.map((claim) => (
            <ClaimTile
              key={claim.id}
              claim={claim}
              names={names}
              current={claim.id === tabStop}
              chosen={chosen.has(claim.id)}
              onChoose={(is) => onChoose(claim, is)}
              onFocus={() => {
                setCurrent(claim.id);
                onCurrent(claim.id);
              }}
              deeds={deeds}
              onlyArticle={hrefOfArticle(claim.articleId)}
              wide={!isBoard && lane.state === null}
            />
          ))}
        </LaneOfClaims>
      ))}
    </div>
  );
}

type LaneProps = { lane: Lane; hint: string; onMore: () => void; children: React.ReactNode };

function LaneOfClaims({ lane: { state, count, items, next }, hint, onMore, children }: LaneProps) {
  const name = state === null ? 'Claims' : stateLooks[state].word;
  return (
    <section aria-label={name} className="flex min-w-0 flex-col">
      {state !== null && (
        <h2 className="flex items-baseline gap-2 border-b border-rule pb-1.5 font-semibold">
          {name}
          <span className="text-sm font-normal text-ink-faint tabular-nums">
            {count !== null && count >= COUNTED ? `${COUNTED.toLocaleString('en-GB')}+` : count}
          </span>
        </h2>
      )}
      {items.length === 0 ? (
        <p className="py-2.5 text-sm text-ink-faint">{state === null ? 'No claim matches.' : 'None'}</p>
      ) : (
        <ul aria-describedby={hint} className="flex flex-col">
          {children}
        </ul>
      )}
      {next && (
        <Button size="sm" variant="quiet" className="mt-2 self-start" onClick={onMore}>
          More
          <span className="sr-only"> {name.toLowerCase()}</span>
        </Button>
      )}
    </section>
  );
}
