import type { Claim } from '@/domain/claim';
import type { ValueOf } from '../call';
import { type Answer, type CallOptions, call } from '../call';
import { type Change, does } from './change';

type EvidenceAnswer = ValueOf<'addEvidence'>;
export type Fetch = typeof globalThis.fetch;

/** Writes that name the version they are made against; the others need none (api.md, Versions). */
export const needsVersion = (change: Change): boolean =>
  !does(change, 'create') && !does(change, 'add evidence') && !does(change, 'decide');

/** Sends a change. Its answer is the claim, or the piece of evidence. */
export function request(
  change: Change,
  { person, fetch }: { person: string; fetch: Fetch },
  signal?: AbortSignal,
): Promise<Answer<Claim | EvidenceAnswer>> {
  const { write, claimId, key, sent } = change;
  const how = { key, person, signal, ifMatch: sent?.ifMatch ?? null, keepalive: outlives(change) };
  const claim = { ...how, params: { id: claimId } } satisfies CallOptions<'editClaim'>;
  switch (write.do) {
    case 'create':
      return call('createClaim', { ...how, params: { id: change.articleId }, body: write.claim }, fetch);
    case 'edit':
      return call('editClaim', { ...claim, body: write.fields }, fetch);
    case 'add evidence':
      return call('addEvidence', { ...claim, body: write.evidence }, fetch);
    case 'edit evidence':
      return call('editEvidence', { ...how, params: { id: write.evidenceId }, body: write.fields }, fetch);
    case 'remove evidence':
      return call('removeEvidence', { ...how, params: { id: write.evidenceId } }, fetch);
    case 'restore evidence':
      return call('editEvidence', { ...how, params: { id: write.evidenceId }, body: { removed: false } }, fetch);
    case 'submit':
      return call('submitClaim', claim, fetch);
    case 'take back':
      return call('takeBackClaim', claim, fetch);
    case 'decide':
      return call('decideClaim', { ...claim, body: write.decision }, fetch);
    case 'drop':
      return call('dropClaim', { ...claim, body: { reason: write.reason } }, fetch);
    case 'restore':
      return call('restoreClaim', claim, fetch);
    case 'merge':
      return call('mergeClaim', { ...claim, body: { into: write.into } }, fetch);
    case 'settle suggestion':
      return call('settleSuggestion', { ...claim, body: { accept: write.accept } }, fetch);
    case 'reopen suggestion':
      return call('reopenSuggestion', claim, fetch);
    case 'settle':
      return call('settleClaim', { ...claim, body: { way: write.way, revision: write.revision } }, fetch);
    case 'unsettle':
      return call('unsettleClaim', claim, fetch);
  }
}

/** A small request outlives a page that is being closed; browsers allow 64 KiB of such bodies at once. */
const outlives = ({ write }: Change): boolean =>
  typeof document !== 'undefined' && document.visibilityState === 'hidden' && JSON.stringify(write).length < 15_000;

export const isEvidence = (value: Claim | EvidenceAnswer): value is EvidenceAnswer => 'claimId' in value;
