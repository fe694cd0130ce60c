'use client';
import { useState } from 'react';
import type { Act, ClaimBrief } from '@/domain/contract/board';
import { focusIsBack } from '../claims/deeds';
import { askReason, confirm } from '../ui/confirm';
import { nameOf } from './board';

/** What can be done to some claims from the board. */
export type Deeds = Record<'assign' | 'setDue' | 'submit' | 'takeBack' | 'drop' | 'restore', (claims: Claims) => void>;
type Claims = readonly ClaimBrief[];
type Perform = (act: Act, claims: Claims) => Promise<void>;

/** The dialog that is open, and for which claims. */
export type Asking = { what: 'assign' | 'due'; claims: Claims } | null;

const counted = (claims: Claims): string => (claims.length === 1 ? 'this claim' : `${claims.length} claims`);
const isUntouched = ({ statement, quote }: ClaimBrief): boolean =>
  quote !== null && statement.trim() === quote.replaceAll('\n', ' ').trim();

/** Nobody is asked for each of many; those that still say just the quote are named once, before all go. */
async function sureToSubmit(claims: Claims): Promise<boolean> {
  const untouched = claims.filter(isUntouched);
  if (claims.length === 1 && untouched.length === 0) return true;
  const named = untouched.map((claim) => `“${nameOf(claim)}”`).join(' ');
  return confirm({
    title: `Submit ${counted(claims)}?`,
    body: named
      ? `These still say just what was highlighted: ${named} Would somebody who has not read the article know who and what is meant?`
      : 'They go to the editors. Those that still want something are named and stay as they are.',
    action: named ? 'They stand alone: submit' : 'Submit',
  });
}

/** The deeds of the board, which ask first where they must. `me` names what this person is typing meanwhile. */
export function useDeeds(perform: Perform, me: string): { deeds: Deeds; asking: Asking; close: () => void } {
  const [asking, setAsking] = useState<Asking>(null);
  const ask = (what: 'assign' | 'due') => (claims: Claims) =>
    void focusIsBack().then(() => setAsking({ what, claims }));
  const submit = async (claims: Claims) => {
    await focusIsBack();
    if (await sureToSubmit(claims)) await perform({ do: 'submit' }, claims);
  };
  const drop = async (claims: Claims) => {
    await focusIsBack();
    const reason = await askReason({
      title: `Drop ${counted(claims)}?`,
      body: 'No edition takes what is dropped. It can be restored.',
      action: 'Drop',
      danger: true,
      reason: { label: 'Reason', hint: 'For the desk only.', max: 2000, name: `stet.board.${me}.drop` },
    });
    if (reason !== null) await perform({ do: 'drop', reason }, claims);
  };
  const deeds: Deeds = {
    assign: ask('assign'),
    setDue: ask('due'),
    submit: (claims) => void submit(claims),
    takeBack: (claims) => void perform({ do: 'take back' }, claims),
    drop: (claims) => void drop(claims),
    restore: (claims) => void perform({ do: 'restore' }, claims),
  };
  return { deeds, asking, close: () => setAsking(null) };
}
