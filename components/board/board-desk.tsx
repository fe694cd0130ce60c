'use client';
import { useMemo, useState } from 'react';
import type { ClaimBrief } from '@/domain/contract/board';
import { Button } from '../ui/button';
import { useShortcuts } from '../ui/command';
import { Notice } from '../ui/notice';
import { boardAddress, type Shown } from './address';
import type { Lane } from './board';
import { BulkBar } from './bulk-bar';
import { HandOn } from './hand-on';
import { Lanes } from './lanes';
import { type Refused, useBoard } from './use-board';
import { useDeeds } from './use-deeds';

type Props = {
  shown: Shown;
  lanes: readonly Lane[];
  me: string;
  /** the number of the last line of the log when the page was made */
  since: number;
  names: Readonly<Record<string, string>>;
  people: readonly { id: string; name: string }[];
};

/** The claims of the board or list, selected and acted on. */
export function BoardDesk({ shown, lanes: given, me, since, names, people }: Props) {
  const nameOfPerson = (id: string) => names[id] ?? 'somebody';
  const { filter, sort } = shown;
  const board = useBoard({ lanes: given, filter, sort, people: nameOfPerson, me, since });
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const all = useMemo(() => board.lanes.flatMap(({ items }) => items), [board.lanes]);
  const chosen = all.filter(({ id }) => ids.has(id));
  const perform: typeof board.perform = async (act, claims) => {
    await board.perform(act, claims);
    if (claims.length > 1 || claims.some(({ id }) => ids.has(id))) setIds(new Set());
  };
  const { deeds, asking, close } = useDeeds(perform, me);
  const choose = (claim: ClaimBrief, is: boolean) =>
    setIds((before) => new Set(is ? [...before, claim.id] : [...before].filter((id) => id !== claim.id)));
  const meant = chosen.length > 0 ? chosen : all.filter(({ id }) => id === current);
  const group = 'Board';
  const none = meant.length === 0;
  useShortcuts([
    { keys: 'a', label: 'Assign what is selected', group, run: () => deeds.assign(meant), disabled: none },
    { keys: 'd', label: 'Set when it is due', group, run: () => deeds.setDue(meant), disabled: none },
    { keys: 'Escape', label: 'Select nothing', group, run: () => setIds(new Set()), disabled: chosen.length === 0 },
  ]);
  return (
    <div className={chosen.length > 0 ? 'pb-24' : ''}>
      <RefusedNotice refused={board.refused} onDone={board.forgetRefused} />
      <Lanes
        lanes={board.lanes}
        names={names}
        chosen={ids}
        onChoose={choose}
        onMore={(lane) => void board.more(lane)}
        onCurrent={setCurrent}
        deeds={deeds}
        hrefOfArticle={(article) => boardAddress({ ...shown, filter: { ...shown.filter, article } })}
      />
      {chosen.length > 0 && (
        <BulkBar chosen={chosen} deeds={deeds} busy={board.busy} onClear={() => setIds(new Set())} />
      )}
      {asking && (
        <HandOn
          asking={asking}
          people={people}
          onClose={close}
          onDone={(act) => {
            close();
            void perform(act, asking.claims);
          }}
        />
      )}
    </div>
  );
}

function RefusedNotice({ refused, onDone }: { refused: readonly Refused[]; onDone: () => void }) {
  if (refused.length === 0) return null;
  return (
    <div className="pb-4">
      <Notice
        kind="warn"
        live
        title={refused.length === 1 ? 'One claim is as it was' : `${refused.length} claims are as they were`}
        actions={
          <Button size="sm" onClick={onDone}>
            Understood
          </Button>
        }
      >
        <ul className="flex flex-col gap-1">
          {refused.map(({ id, name, why }) => (
            <li key={id} className="wrap-anywhere">
              <span dir="auto">“{name}”</span>: {why}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
