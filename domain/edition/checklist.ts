import { conclusionKey } from '../conclusion';
import { blocks, type Check, holds, notes } from './check';
import { type Concluding, onConclusion } from './conclusion';
import type { Candidate, Choices, Material } from './material';
import { claimsOf, type EditionClaim } from './payload';
import { onSeconds } from './second';
import type { Going, Selection } from './selection';
import { wasApproved } from './selection';
import { onStandards } from './standards';

export type Facts = Selection & {
  claims: EditionClaim[];
  concluded: Concluding;
  number: number;
  /** numbers of the claims whose verdict changed since it was last published */
  changed: number[];
  /** the edition before says just the same */
  repeats: boolean;
};

const claims = (count: number): string => (count === 1 ? 'One claim' : `${count} claims`);
const go = (count: number): string => `${claims(count)} ${count === 1 ? 'goes' : 'go'} out.`;

function onArticle({ article }: Material): Check[] {
  return article.state === 'closed'
    ? [blocks('article-closed', 'This article is closed. Open it again before you publish.')]
    : [];
}

const untilWhen = (instant: string): string => `${instant.slice(0, 10)}, ${instant.slice(11, 16)} UTC`;

function onHold({ hold }: Material): Check[] {
  if (!hold) return [];
  const what = hold.until === null ? 'a legal hold' : `an embargo until ${untilWhen(hold.until)}`;
  return [blocks('on-hold', `Nothing goes out: there is ${what}. The reason: ${hold.reason}`)];
}

function onSelection({ goesOut }: Facts): Check[] {
  return goesOut.length > 0
    ? [holds('needs-claim', go(goesOut.length))]
    : [blocks('needs-claim', 'No claim goes out. Approve at least one.')];
}

const stops = {
  unsettled: (k: number) =>
    `The words of claim ${k} changed in the article or are gone, and nobody has settled that. Settle it.`,
  'other-words': (k: number) =>
    `Claim ${k} was approved in words that the article does not say any more. Have it approved anew, or leave it out.`,
};

function onPlaces({ goesOut }: Facts): Check[] {
  const stopped = goesOut.flatMap(({ claimId, k, trouble }) =>
    trouble ? [blocks('settled', stops[trouble](k), claimId)] : [],
  );
  const kept = goesOut.filter(({ gone }) => gone !== null).map(({ claimId, k }) => notes('kept', keptLine(k), claimId));
  if (stopped.length > 0) return [...stopped, ...kept];
  if (goesOut.length === 0) return [];
  const all =
    kept.length > 0 ? 'Every claim stands in the text or is kept as it stood.' : 'Every claim stands in the text.';
  return [holds('settled', all), ...kept];
}

const keptLine = (k: number): string =>
  `Claim ${k} is kept as it stood: the edition says that its words are no longer in the article.`;

/** A verdict says what its scale says: one of another scale cannot be read under this one. */
function onScale({ goesOut }: Facts, { scale }: Material): Check[] {
  const foreign = ({ approval: { content } }: Going) =>
    content.verdict !== null && (content.verdict.scale !== scale.id || content.verdict.version !== scale.version);
  return goesOut
    .filter(foreign)
    .map(({ claimId, k }) =>
      blocks(
        'same-scale',
        `The verdict of claim ${k} is of another scale than the article’s. Decide it anew.`,
        claimId,
      ),
    );
}

const whyNot = (claim: Candidate | undefined): string => {
  if (!claim) return 'A claim chosen to go out as last approved is not one of this article’s. Take it off the list.';
  if (claim.withdrawal) return 'A withdrawn claim never goes out again. Take it off the list.';
  return claim.state === 'dropped'
    ? 'A dropped claim cannot go out as last approved. Restore it first, or take it off the list.'
    : 'A claim that was never approved cannot go out as last approved. Take it off the list.';
};

/** Whether a conclusion can go out as last approved: it was approved once. */
const wasConcluded = ({ conclusion }: Material): boolean => conclusion?.approval != null;

const neverConcluded = 'A conclusion that was never approved cannot go out as last approved. Take it off the list.';

function onChoices({ asLastApproved }: Choices, material: Material): Check[] {
  const byId = new Map(material.claims.map((claim) => [claim.id, claim]));
  const may = (claim: Candidate | undefined) =>
    claim && !claim.withdrawal && (claim.state === 'approved' || wasApproved(claim));
  const never = asLastApproved.includes(conclusionKey) && !wasConcluded(material);
  return [...new Set(asLastApproved)]
    .filter((id) => id !== conclusionKey && !may(byId.get(id)))
    .map((id) => blocks('approved-before', whyNot(byId.get(id)), byId.has(id) ? id : null))
    .concat(never ? [blocks('approved-before', neverConcluded)] : []);
}

/** Who approves a withdrawn claim again must not wonder where it is. */
const onWithdrawn = ({ claims }: Material): Check[] =>
  claims
    .filter(({ withdrawal, state }) => withdrawal && state !== 'dropped')
    .map(({ id, k }) => notes('withdrawn', `Claim ${k} was withdrawn and never goes out again.`, id));

/** Who looks for a claim that readers know must learn where it went. */
function onGone({ claims, previous }: Material): Check[] {
  const published = new Set(previous ? claimsOf(previous.payload).map(({ k }) => k) : []);
  const numberOf = new Map(claims.map(({ id, k }) => [id, k]));
  return claims
    .filter(({ state, k }) => state === 'dropped' && k !== null && published.has(k))
    .map(({ id, k, mergedInto }) => {
      const into = mergedInto === null ? undefined : numberOf.get(mergedInto);
      const where = mergedInto === null ? 'was dropped' : `was merged into ${into ? `claim ${into}` : 'another claim'}`;
      return notes('gone', `Claim ${k} ${where}: readers of the last edition do not find it in this one.`, id);
    });
}

const threads = (many: number): string => (many === 1 ? 'One thread is' : `${many} threads are`);

/** What is still being discussed warns, and stops nothing. */
function onThreads({ goesOut }: Facts, { claims, openThreads }: Material): Check[] {
  const open = new Map(claims.map((claim) => [claim.id, claim.openThreads]));
  const discussed = goesOut.filter(({ claimId }) => (open.get(claimId) ?? 0) > 0);
  const found = discussed.map(({ claimId, k }) =>
    notes('open-threads', `${threads(open.get(claimId)!)} open on claim ${k}.`, claimId),
  );
  if (openThreads > 0) found.push(notes('open-threads', `${threads(openThreads)} open on words of the article.`));
  return found;
}

const list = new Intl.ListFormat('en-GB');

function onCorrection({ note, tier }: Choices, { number, changed, repeats }: Facts): Check[] {
  if (number === 1) return [];
  const before = number - 1;
  const found: Check[] = [];
  // an editor may have a reason to say something anew under a note; who sees the line will rarely publish by mistake
  if (repeats) found.push(notes('nothing-new', `Nothing differs from edition ${before}: only the note will be new.`));
  found.push(
    note?.trim()
      ? holds('needs-note', 'A note says why this edition differs.')
      : blocks('needs-note', `Write a note that tells readers why edition ${number} differs from edition ${before}.`),
  );
  const verdicts = `the verdict of claim ${list.format(changed.map(String))} changed`;
  if (changed.length > 0) found.push(holds('needs-tier', `Published as a changed verdict: ${verdicts}.`));
  else if (tier === null) found.push(blocks('needs-tier', 'Say what kind of change this is.'));
  else if (tier === 'verdict-changed')
    found.push(blocks('needs-tier', `No verdict differs from edition ${before}. Choose another kind of change.`));
  else found.push(holds('needs-tier', 'The kind of change is chosen.'));
  return found;
}

function onPeople({ goesOut, concluded }: Facts, { desk }: Material): Check[] {
  if (desk.size === 'one') return [notes('two-people', 'The edition says: Checked and approved by one person.')];
  const ofConclusion = concluded.approval?.overrideReason ?? null;
  const overridden = goesOut.filter(({ approval }) => approval.overrideReason !== null);
  if (overridden.length === 0 && ofConclusion === null && goesOut.length > 0)
    return [holds('two-people', 'Every claim was approved by somebody who had no part in it.')];
  const without = (what: string, reason: string | null, claimId: string | null = null) =>
    notes('two-people', `${what} was approved without a second person. The edition says why: ${reason}`, claimId);
  return [
    ...overridden.map(({ claimId, k, approval }) => without(`Claim ${k}`, approval.overrideReason, claimId)),
    ...(ofConclusion === null ? [] : [without('The conclusion', ofConclusion)]),
  ];
}

/** Every rule of publishing, met or broken, in the order in which an editor would ask. */
export const checklistOf = (material: Material, choices: Choices, facts: Facts): Check[] => [
  ...onArticle(material),
  ...onHold(material),
  ...onSelection(facts),
  ...onPlaces(facts),
  ...onScale(facts, material),
  ...onSeconds(facts, material),
  ...onStandards(facts.goesOut, material),
  ...onWithdrawn(material),
  ...onGone(material),
  ...onThreads(facts, material),
  ...onChoices(choices, material),
  ...onConclusion(facts.concluded, facts.claims),
  ...onPeople(facts, material),
  ...onCorrection(choices, facts),
];
