import { addApproach } from '@/db/approaches/approach';
import { createClaim } from '@/db/claims/create';
import { decideClaim } from '@/db/claims/decide';
import { dropClaim } from '@/db/claims/drop';
import { editClaim } from '@/db/claims/edit';
import { readClaim } from '@/db/claims/read';
import { submitClaim } from '@/db/claims/submission';
import { waive } from '@/db/claims/waivers';
import { addEvidence } from '@/db/evidence/evidence';
import { etagOf } from '@/domain/canonical';
import type { Claim } from '@/domain/claim';
import type { Actor } from '@/domain/permission';
import type { SampleClaim } from './claims';
import { allowed, certain } from './results';

type Desk = { reviewer: Actor; second: Actor; editor: Actor };
type Text = { id: string; text: string };

/** The span from the first words of a sample claim to its last. */
function selectionOf({ from, to = from }: SampleClaim, text: string) {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start) + to.length;
  if (start < 0 || end < start) throw new Error(`The sample article does not say “${from}”`);
  return { start, end, exact: text.slice(start, end) };
}

async function written(sample: SampleClaim, { id, text }: Text, by: Actor): Promise<Claim> {
  const { statement, kind, claimant, verdict, rationale } = sample;
  const annotate = allowed(by, 'annotate');
  const given = { anchor: selectionOf(sample, text), statement, kind, claimant, verdict, rationale };
  let claim = certain(await createClaim(annotate, id, given));
  for (const item of sample.evidence ?? []) claim = certain(await addEvidence(annotate, claim.id, item)).claim;
  for (const approach of sample.approaches ?? [])
    claim = certain(await addApproach(annotate, claim.id, approach)).claim;
  for (const waiver of sample.waivers ?? []) claim = certain(await waive(annotate, claim.id, [etagOf(claim)], waiver));
  return claim;
}

const submit = async (by: Actor, claim: Claim) =>
  certain(await submitClaim(allowed(by, 'annotate'), claim.id, [etagOf(claim)]));

const approve = async (by: Actor, { id, digest }: Claim) =>
  certain(await decideClaim(allowed(by, 'decide'), id, { outcome: 'approve', digest }));

/** Takes one written claim as far as the sample says; a claim that is to lapse is left approved until after publishing. */
async function takeAlong(sample: SampleClaim, claim: Claim, by: Actor, { editor }: Desk): Promise<Claim> {
  const note = sample.note ?? '';
  switch (sample.state) {
    case 'draft':
      return claim;
    case 'dropped':
      return certain(await dropClaim(allowed(by, 'drop'), claim.id, [etagOf(claim)], note));
    case 'submitted':
      return submit(by, claim);
    case 'returned': {
      const { id, digest } = await submit(by, claim);
      const suggestion = sample.suggests === undefined ? undefined : { rationale: sample.suggests };
      const decision = { outcome: 'return' as const, digest, note, suggestion };
      return certain(await decideClaim(allowed(editor, 'decide'), id, decision));
    }
    default:
      return approve(editor, await submit(by, claim));
  }
}

/**
 * Writes the sample's claims, publishes, and then makes the edits that lapse approvals: an edition's life in small.
 * Answers with the claims as they were on publishing.
 */
export async function bringAbout(
  samples: readonly SampleClaim[],
  article: Text,
  desk: Desk,
  publish: () => Promise<void>,
): Promise<Claim[]> {
  const claims: Claim[] = [];
  const edits: (() => Promise<unknown>)[] = [];
  for (const [index, sample] of samples.entries()) {
    const by = index % 3 === 1 ? desk.second : desk.reviewer;
    const claim = await takeAlong(sample, await written(sample, article, by), by, desk);
    claims.push(claim);
    const { edited } = sample;
    if (!edited) continue;
    edits.push(async () => {
      const published = certain(await readClaim(allowed(by, 'read'), claim.id));
      certain(await editClaim(allowed(by, 'annotate'), claim.id, [etagOf(published)], { statement: edited }));
    });
  }
  await publish();
  for (const edit of edits) await edit();
  return claims;
}
