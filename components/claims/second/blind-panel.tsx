'use client';
import type { Claim } from '@/domain/claim';
import type { Problem } from '@/domain/result';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { useShortcuts } from '../../ui/command';
import { Kbd } from '../../ui/kbd';
import { dayInWords } from '../../ui/moment';
import { Notice } from '../../ui/notice';
import type { PanelProps } from '../claim-panel';
import { ClaimQuotes } from '../claim-quotes';
import { EvidenceItem } from '../evidence-item';
import { PanelFrame, PanelTitle } from '../panel-frame';
import { RationaleField } from '../rationale-field';
import { useChecking } from '../under-check';
import { VerdictPicker } from '../verdict-picker';
import { OwnSources } from './own-sources';
import { withdraw } from './second-deeds';
import { useOwnVerdict } from './use-own-verdict';

type Props = Pick<PanelProps, 'numbered' | 'total' | 'onClose' | 'onStep' | 'ref'> & {
  /** the whole claim is in this panel's place now */
  onFiled: () => void;
};

/** Verdicts that have a key: the first nine. */
const DIGITS = 9;

/** The claim as its second reviewer sees it until they have filed: what is claimed, its sources, and their own verdict. */
export function BlindPanel({ numbered, total, onClose, onStep, onFiled, ref }: Props) {
  const checking = useChecking();
  const { scale } = checking.article;
  const { claim, key } = numbered.entry;
  const { draft, change, problems, busy, send } = useOwnVerdict(claim, numbered.number, onFiled);
  const group = 'Your second verdict';
  useShortcuts([
    ...scale.values.slice(0, DIGITS).map(({ key: verdict, label }, index) => ({
      keys: String(index + 1),
      label: `Your verdict: ${label}`,
      group,
      run: () => change({ verdict }),
    })),
    { keys: 'Mod+Enter', label: 'File your verdict', group, run: () => void send(), whileTyping: true },
  ]);
  return (
    <PanelFrame
      ref={ref}
      panel={key}
      title={<PanelTitle total={total}>Second verdict, claim {numbered.number}</PanelTitle>}
      onStep={onStep}
      onClose={onClose}
    >
      <div data-scrolls className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto overscroll-contain px-4 py-3">
        <Notice title={<WhoAsked claim={claim} />}>You do not see the first verdict until you file yours.</Notice>
        <ClaimQuotes claim={claim} onChange={() => undefined} disabled />
        <Said claim={claim} />
        <div data-field="verdict">
          <VerdictPicker scale={scale} value={draft.verdict} onChange={(verdict) => change({ verdict })} />
        </div>
        <Sources claim={claim} used={draft.evidence} onUse={(evidence) => change({ evidence })} />
        <OwnSources
          sources={draft.sources}
          onChange={(sources) => change({ sources })}
          errors={sourceErrors(problems)}
        />
        <div data-field="rationale" className="flex flex-col gap-1">
          <h3 className="text-sm font-semibold">Your rationale</h3>
          <RationaleField
            value={draft.rationale}
            evidence={claim.evidence.map(({ number }) => number)}
            onChange={(rationale) => change({ rationale })}
          />
        </div>
      </div>
      <footer className="flex flex-wrap items-center justify-end gap-2 border-t bg-raised px-4 py-2.5">
        {problems.length > 0 && (
          <p role="alert" className="w-full text-sm text-danger">
            {problems.map(({ message }) => message).join(' ')}
          </p>
        )}
        <Button variant="quiet" onClick={() => void withdraw(checking, numbered)}>
          Decline…
        </Button>
        <Button variant="primary" busy={busy} onClick={() => void send()}>
          File your verdict
          <span className="hidden lg:inline" aria-hidden>
            <Kbd keys="Mod+Enter" bare />
          </span>
        </Button>
      </footer>
    </PanelFrame>
  );
}

function WhoAsked({ claim: { secondVerdict } }: { claim: Claim }) {
  const { names } = useChecking();
  const asked = secondVerdict?.askedBy ? (names[secondVerdict.askedBy] ?? 'An editor') : null;
  return asked ? `${asked} asks you for an independent second verdict` : 'You took the second verdict on this claim';
}

/** What is claimed, by whom and when, to read. */
function Said({ claim: { statement, claimant, kind, saidOn } }: { claim: Claim }) {
  const facts = [
    claimant && [claimant.name, claimant.role].filter(Boolean).join(', '),
    kind,
    saidOn && dayInWords(saidOn),
  ];
  return (
    <section aria-label="The claim" className="flex flex-col gap-1">
      <p className="font-serif text-md leading-tight wrap-anywhere" dir="auto">
        {statement || 'No statement yet'}
      </p>
      <p className="text-sm text-ink-soft wrap-anywhere">{facts.filter(Boolean).join(' · ')}</p>
    </section>
  );
}

type SourcesProps = { claim: Claim; used: readonly number[]; onUse: (numbers: number[]) => void };

/** The claim's sources, without what the first reviewer made of them, and which of them one's own verdict rests on. */
function Sources({ claim: { evidence }, used, onUse }: SourcesProps) {
  return (
    <section aria-label="Sources" className="flex flex-col gap-2" data-field="evidence">
      <h3 className="text-sm font-semibold">Sources</h3>
      {evidence.length === 0 && <p className="text-sm text-ink-soft">The claim has no sources.</p>}
      <ol className="flex flex-col">
        {evidence.map((item) => (
          <li key={item.id} value={item.number} className="flex flex-col gap-1 border-t py-2.5">
            <EvidenceItem item={item} blind />
            <Checkbox
              label={`My verdict rests on [${item.number}]`}
              checked={used.includes(item.number)}
              onChange={(rests) =>
                onUse(rests ? [...used, item.number] : used.filter((number) => number !== item.number))
              }
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

const sourceErrors = (problems: readonly Problem[]): Record<number, string> =>
  Object.fromEntries(
    problems.flatMap(({ pointer = '', message }) => {
      const [, at] = /^\/sources\/(\d+)/.exec(pointer) ?? [];
      return at === undefined ? [] : [[Number(at), message]];
    }),
  );
