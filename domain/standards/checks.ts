import { standingOfApproach } from '../approach';
import { verdictOf } from '../scale';
import type { Ground, Judged, JudgedEvidence } from './judged';
import { byPublisher, isOwn } from './publishers';
import type { StandardRule } from './rule';
import { unansweredEvidence } from './verdict-side';
import { type Departure, departuresOf } from './wording';

/** What a check found: null where it asks nothing of the claim. */
export type Judgement =
  | { holds: true; message: string; evidence?: number[] }
  | { holds: false; message: string; pointer: string; evidence?: number[] }
  | null;

type Judge = (claim: Judged, ground: Ground) => Judgement;

const list = new Intl.ListFormat('en-GB');
const numbers = (all: readonly number[]): string => list.format(all.map(String));
/** `evidence 2 and 3`. */
const named = (all: readonly number[]): string => `evidence ${numbers(all)}`;
const Named = (all: readonly number[]): string => `Evidence ${numbers(all)}`;

const holds = (message: string, evidence?: number[]): Judgement => ({ holds: true, message, evidence });
const unmet = (pointer: string, message: string, evidence?: number[]): Judgement => ({
  holds: false,
  pointer,
  message,
  evidence,
});

/** Whether the verdict calls for evidence at all; before there is a verdict, it may. */
const callsForEvidence = ({ verdict }: Judged, { scale }: Ground): boolean =>
  verdictOf(scale, verdict)?.needsEvidence ?? true;

const bearing = (evidence: readonly JudgedEvidence[]): JudgedEvidence[] =>
  evidence.filter(({ stance }) => stance !== 'context');

const twoSources: Judge = (claim, ground) => {
  if (!callsForEvidence(claim, ground)) return null;
  const proof = bearing(claim.evidence);
  const publishers = byPublisher(
    proof.map(({ source }) => source),
    ground.siteOf,
  );
  if (publishers.length >= 2) return holds(`Its evidence comes from ${publishers.length} independent publishers.`);
  if (proof.length === 0)
    return unmet(
      '/evidence',
      'No evidence supports or refutes it yet. Add two sources that are independent of each other.',
    );
  const all = proof.map(({ number }) => number);
  const only =
    proof.length === 1 ? `Only ${named(all)} supports or refutes it.` : `${Named(all)} come from one publisher.`;
  return unmet('/evidence', `${only} Add a source of another publisher, or say why there is no other.`, all);
};

const primarySource: Judge = (claim, ground) => {
  if (!callsForEvidence(claim, ground)) return null;
  const primary = claim.evidence.filter((item) => item.primary).map(({ number }) => number);
  return primary.length > 0
    ? holds(`${Named(primary)} ${primary.length === 1 ? 'is a primary source' : 'are primary sources'}.`, primary)
    : unmet(
        '/evidence',
        'None of its sources is marked as primary. Add the original record, data or witness, or say why there is none to be had.',
      );
};

const passageQuoted: Judge = ({ evidence }) => {
  const proof = bearing(evidence);
  if (proof.length === 0) return null;
  const without = proof.filter(({ quote }) => !quote?.trim()).map(({ number }) => number);
  return without.length === 0
    ? holds('Whatever supports or refutes it is quoted.')
    : unmet(
        '/evidence',
        `No passage of ${named(without)} is quoted. Quote the words or figures that it rests on.`,
        without,
      );
};

const contraryEvidence: Judge = (claim, { scale }) => {
  if (!verdictOf(scale, claim.verdict)) return null;
  const open = unansweredEvidence(claim, scale);
  return open.length === 0
    ? holds('The rationale leaves no evidence against the verdict unmentioned.')
    : unmet(
        '/rationale',
        `${Named(open)} ${open.length === 1 ? 'runs' : 'run'} against the verdict, and the rationale does not cite ${open.length === 1 ? 'it' : 'them'}. Say in it what it weighs, as [${open[0]}].`,
        open,
      );
};

const noSelfSource: Judge = ({ evidence }, { article, origin }) => {
  if (evidence.length === 0) return null;
  const own = evidence.flatMap(({ number, source }) => {
    const whose = source.url === null ? null : isOwn(source.url, article.url, origin);
    return whose ? [{ number, whose }] : [];
  });
  const [first] = own;
  if (!first) return holds('It does not rest on the article itself or on an edition of this desk.');
  const whose = first.whose === 'article' ? 'the article under check' : 'an edition of this desk';
  return unmet(
    '/evidence',
    `Evidence ${first.number} is ${whose}, which cannot prove itself. Cite what that rests on.`,
    own.map(({ number }) => number),
  );
};

/** The dates an item's source may not be later than: when it was read, else when the claim was looked at. */
const lastDay = ({ accessedOn }: JudgedEvidence, { now }: Ground): string => accessedOn ?? now.slice(0, 10);

const sourcesInTime: Judge = ({ evidence }, ground) => {
  const dated = evidence.filter(({ source }) => source.publishedOn !== null);
  if (dated.length === 0) return null;
  const late = dated.filter((item) => item.source.publishedOn! > lastDay(item, ground));
  const [first] = late;
  if (!first) return holds('Every source is dated before the claim was checked.');
  const message = `Evidence ${first.number} is dated ${first.source.publishedOn}, after it was read (${lastDay(first, ground)}). Correct the date that is wrong, or read the source again.`;
  return unmet(
    '/evidence',
    message,
    late.map(({ number }) => number),
  );
};

const rightOfReply: Judge = ({ claimant, verdict, approaches }, { scale, now }) => {
  const value = verdictOf(scale, verdict);
  if (!value?.adverse || !claimant || claimant.type === 'publication') return null;
  const standings = approaches.map((approach) => ({ approach, standing: standingOfApproach(approach, now) }));
  const done = standings.find(({ standing }) => standing !== 'waiting');
  if (done) {
    const what = {
      answered: 'answered',
      declined: 'declined to comment',
      unanswered: 'did not answer by the deadline',
    };
    return holds(`Asked for a reply: ${done.approach.party}, who ${what[done.standing as keyof typeof what]}.`);
  }
  const [waiting] = approaches;
  if (!waiting)
    return unmet(
      '/approaches',
      `“${value.label}” says something bad of ${claimant.name}, and nobody was asked for a reply. Ask, or say why that cannot be.`,
    );
  const until = waiting.deadline ? `by ${waiting.deadline.slice(0, 16).replace('T', ', ')} UTC` : 'without a deadline';
  return unmet(
    '/approaches',
    `${waiting.party} was asked for a reply ${until}, and has not answered. ${waiting.deadline ? 'Wait, or record what came back.' : 'Set a deadline, or record what came back.'}`,
  );
};

const departures: Record<Departure, string> = {
  figure: 'gives another figure than the quote',
  negation: 'denies what the quote asserts, or asserts what it denies',
  words: 'has little of the quote’s wording left',
};

const closeWording: Judge = ({ statement, quotes }, { article }) => {
  const [quote] = quotes;
  if (!quote || !statement.trim()) return null;
  const found = departuresOf(statement, quote, article.language);
  return found.length === 0
    ? holds('The statement keeps the quote’s figures and sense.')
    : unmet(
        '/statement',
        `The statement ${list.format(found.map((each) => departures[each]))}. Keep to the quote, or say why it has to differ.`,
      );
};

const textSettled: Judge = ({ unsettled }) =>
  unsettled === null
    ? holds('The article says its words, or somebody settled that.')
    : unmet(
        '/anchor',
        `Its words ${unsettled.state === 'lost' ? 'are gone from' : 'changed in'} the article with revision ${unsettled.revision}, and nobody has settled that. Settle it.`,
      );

const openThreads: Judge = (_claim, { openThreads: open }) =>
  open === 0
    ? holds('No discussion about it is open.')
    : unmet(
        '/threads',
        `${open === 1 ? 'A thread about it is' : `${open} threads about it are`} open. Resolve ${open === 1 ? 'it' : 'them'} first.`,
      );

const secondPerson: Judge = (_claim, { approval, desk }) => {
  if (!approval || desk.size === 'one') return null;
  if (approval.overridden && approval.confirmed) {
    const { by, at } = approval.confirmed;
    return holds(
      `It was approved without a second person, and confirmed in retrospect by ${by} on ${at.slice(0, 10)}.`,
    );
  }
  if (approval.overridden)
    return unmet(
      '/decision',
      'It was approved without a second person, by an override. Have a second person confirm it.',
    );
  return approval.contributors.includes(approval.by)
    ? unmet('/decision', 'Who approved it had contributed to it. Have another editor decide.')
    : holds('Somebody approved it who had no part in it.');
};

/** Each check as a pure function of a claim and its ground. */
export const judges: Record<StandardRule, Judge> = {
  'two-sources': twoSources,
  'primary-source': primarySource,
  'passage-quoted': passageQuoted,
  'contrary-evidence': contraryEvidence,
  'no-self-source': noSelfSource,
  'sources-in-time': sourcesInTime,
  'right-of-reply': rightOfReply,
  'close-wording': closeWording,
  'text-settled': textSettled,
  'open-threads': openThreads,
  'second-person': secondPerson,
};
