import { eq } from 'drizzle-orm';
import type { Claim } from '@/domain/claim';
import type { Permit } from '@/domain/permission';
import { ok, type Result, refuse } from '@/domain/result';
import { type SuggestedField, suggestedFields, type Wording } from '@/domain/suggestion';
import type { Tx } from '../client';
import { decisions } from '../schema';
import type { Expected } from '../version';
import { changeClaim } from './change';
import type { ClaimRows } from './rows';

type Decision = ClaimRows['decisions'][number];

/** The return whose suggestion is the one to settle: the latest decision, where it suggests anything. */
function suggesting({ decisions: all }: ClaimRows): Result<Decision & { suggestion: Partial<Wording> }> {
  const latest = all.at(-1);
  return latest?.suggestion
    ? ok({ ...latest, suggestion: latest.suggestion })
    : refuse('rule', 'no-suggestion', 'The latest decision on this claim suggests no other words.');
}

const pick = (from: Partial<Wording>, fields: readonly SuggestedField[]): Partial<Wording> =>
  Object.fromEntries(fields.flatMap((field) => (from[field] === undefined ? [] : [[field, from[field]]])));

/** For each field the words before and after, as the log tells changes. */
const changes = (before: Wording, after: Partial<Wording>) =>
  Object.fromEntries(
    suggestedFields.flatMap((field) => (field in after ? [[field, [before[field], after[field]]]] : [])),
  );

async function store(tx: Tx, rows: ClaimRows, { id }: Decision, settled: Decision['suggestionSettled']) {
  await tx.update(decisions).set({ suggestionSettled: settled }).where(eq(decisions.id, id));
  return rows.decisions.map((row) => (row.id === id ? { ...row, suggestionSettled: settled } : row));
}

/**
 * Takes suggested words over as the actor's own edit, in one write, or notes that they were declined. They replace what
 * stands now, whatever became of it since the return: the version that was read (`expected`) is what was compared.
 */
export function settleSuggestion(
  permit: Permit<'annotate'>,
  id: string,
  expected: Expected,
  accept: readonly SuggestedField[],
): Promise<Result<Claim>> {
  return changeClaim(permit, id, expected, 'edit', async (tx, rows, actor, now) => {
    const decision = suggesting(rows);
    if (!decision.ok) return decision;
    if (decision.value.suggestionSettled) return isSettled();
    const accepted = suggestedFields.filter((field) => accept.includes(field) && field in decision.value.suggestion);
    const words = pick(decision.value.suggestion, accepted);
    const settled = { accepted, by: actor.id ?? '', at: now, before: pick(rows.claim, accepted) };
    const after = {
      ...rows,
      claim: { ...rows.claim, ...words },
      decisions: await store(tx, rows, decision.value, settled),
    };
    const type = accepted.length > 0 ? 'suggestion.accepted' : 'suggestion.declined';
    return ok({ rows: after, type, subject: decision.value.id, content: { changes: changes(rows.claim, words) } });
  });
}

const isSettled = (): Result<never> =>
  refuse('rule', 'suggestion-settled', 'Somebody has accepted or declined this suggestion already.');

/** Takes back how a suggestion was settled: words that it brought give way to those before, where they still stand. */
export function reopenSuggestion(permit: Permit<'annotate'>, id: string, expected: Expected): Promise<Result<Claim>> {
  return changeClaim(permit, id, expected, 'edit', async (tx, rows) => {
    const decision = suggesting(rows);
    if (!decision.ok) return decision;
    const { suggestion, suggestionSettled } = decision.value;
    if (!suggestionSettled)
      return refuse('rule', 'suggestion-open', 'This suggestion is not settled, so nothing is taken back.');
    const { accepted, before } = suggestionSettled;
    if (accepted.some((field) => rows.claim[field] !== suggestion[field])) return wordsChanged();
    const claim = { ...rows.claim, ...before };
    const after = { ...rows, claim, decisions: await store(tx, rows, decision.value, null) };
    const content = { changes: changes(rows.claim, before) };
    return ok({ rows: after, type: 'suggestion.reopened', subject: decision.value.id, content });
  });
}

const wordsChanged = (): Result<never> =>
  refuse(
    'rule',
    'words-changed-since',
    'The accepted words were changed since. Change them by hand instead of taking the suggestion back.',
  );
