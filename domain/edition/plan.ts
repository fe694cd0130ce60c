import { digestOf } from '../canonical';
import { type Check, isBroken } from './check';
import { checklistOf } from './checklist';
import { type ConclusionFate, concluding } from './conclusion';
import { frameOf, printed, printedConclusion } from './frame';
import type { Choices, Material } from './material';
import {
  claimsOf,
  type EditionClaim,
  type EditionConclusion,
  type Frame,
  hashOfClaim,
  type Payload,
  type Tier,
} from './payload';
import { type ApprovedBefore, type Going, type LeftOut, select } from './selection';

/** What publishing now would do. */
export type Plan = {
  number: number;
  /** the editor's choice, or `verdict-changed` where the system sets it; null for the first edition */
  tier: Tier | null;
  goesOut: Going[];
  leftOut: LeftOut[];
  approvedBefore: ApprovedBefore[];
  checklist: Check[];
  claims: EditionClaim[];
  /** as it goes out */
  conclusion: EditionConclusion | null;
  conclusionFate: ConclusionFate;
  /** equal for two plans that would publish the same, whatever the note, the tier and the hour */
  version: string;
};

/**
 * The numbers of the claims whose verdict differs from the one they were last published with, be that in the edition
 * before or, where a claim was left out for a while, in an earlier one.
 */
export function verdictsChanged(before: Material['verdicts'], claims: EditionClaim[]): number[] {
  const differs = ({ k, content }: EditionClaim) =>
    before.has(k) && digestOf(before.get(k) ?? null) !== digestOf(content.verdict);
  return claims.filter(differs).map(({ k }) => k);
}

/** Rules that follow what the editor types. */
const passing = new Set(['needs-note', 'needs-tier']);

/** A frame without what every edition has anew. */
const lasting = ({ edition: _, ...rest }: Frame): Omit<Frame, 'edition'> => rest;

const draft = (number: number): Frame['edition'] => ({
  number,
  publishedAt: '',
  publishedBy: '',
  note: null,
  tier: null,
  previousDigest: null,
});

/** What an edition made of this material and these choices would hold, and which rules it meets and breaks. */
export function planEdition(material: Material, choices: Choices): Plan {
  const selection = select(material, choices.asLastApproved);
  const claims = selection.goesOut.map((going) => printed(going, material));
  const concluded = concluding(material.conclusion, choices.asLastApproved);
  const conclusion = concluded.approval && printedConclusion(concluded.approval, material);
  const previous = material.previous?.payload ?? null;
  const number = (material.previous?.number ?? 0) + 1;
  const said = { frame: lasting(frameOf(material, { claims, conclusion }, draft(number))), claims };
  const repeats = previous !== null && digestOf(said) === digestOf(saidBy(previous));
  const changed = verdictsChanged(material.verdicts, claims);
  const checklist = checklistOf(material, choices, { ...selection, claims, concluded, number, changed, repeats });
  const telling = checklist.filter(
    (check) =>
      (isBroken(check) && !passing.has(check.rule)) || check.rule === 'withdrawn' || check.rule === 'second-verdict',
  );
  return {
    ...selection,
    number,
    tier: number === 1 ? null : changed.length > 0 ? 'verdict-changed' : choices.tier,
    checklist,
    claims,
    conclusion,
    conclusionFate: concluded.fate,
    version: digestOf({ ...said, number, telling, ids: selection.goesOut.map(({ claimId }) => claimId) }),
  };
}

const saidBy = (payload: Payload) => ({ frame: lasting(payload.frame), claims: claimsOf(payload) });

/** What is drawn at the moment of publishing. */
export type Stamp = {
  publishedAt: string;
  /** the name to credit */
  publishedBy: string;
  /** 128 random bits as 32 hex digits, anew for each claim */
  salt: () => string;
};

/** The payload that is frozen: the frame and every claim with its salt and hash. */
export function buildPayload(material: Material, choices: Choices, plan: Plan, stamp: Stamp): Payload {
  const edition = {
    number: plan.number,
    publishedAt: stamp.publishedAt,
    publishedBy: stamp.publishedBy,
    note: choices.note,
    tier: plan.tier,
    previousDigest: material.previous?.digest ?? null,
  };
  return {
    frame: frameOf(material, plan, edition),
    claims: plan.claims.map((claim) => {
      const salt = stamp.salt();
      return { hash: hashOfClaim(salt, claim), salt, claim };
    }),
  };
}
