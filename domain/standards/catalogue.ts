import { type StandardRule, standardRules, type WaivableRule, waivableRules } from './rule';

/** What a check is called, why a desk would want it, what a machine looks at, and what it cannot tell. */
export type Standard = { rule: StandardRule; name: string; why: string; looks: string; blind: string };

const texts: Record<StandardRule, Omit<Standard, 'rule'>> = {
  'two-sources': {
    name: 'Two independent sources',
    why: 'One publisher can be wrong alone, and repeats of it are not a second witness.',
    looks:
      'Evidence that supports or refutes comes from two publishers: different registrable domains and different publishers’ names. Asked where the verdict calls for evidence.',
    blind: 'Whether two publishers copied one agency, or belong to one owner.',
  },
  'primary-source': {
    name: 'A primary source',
    why: 'The record itself says what happened; a report of it says what somebody made of it.',
    looks: 'One piece of evidence is marked as primary. Asked where the verdict calls for evidence.',
    blind: 'Whether it is marked rightly.',
  },
  'passage-quoted': {
    name: 'Passages quoted',
    why: 'Who reads the check can see what in the source it rests on, also when the page has gone.',
    looks: 'Whatever supports or refutes has its passage.',
    blind: 'Whether the passage says what it is cited for.',
  },
  'contrary-evidence': {
    name: 'Evidence against the verdict is answered',
    why: 'A verdict that passes over what speaks against it convinces nobody who knows of it.',
    looks: 'Evidence whose stance runs against the verdict is cited in the rationale.',
    blind: 'Whether the answer is a good one, and what evidence nobody entered.',
  },
  'no-self-source': {
    name: 'No source is the article itself',
    why: 'A text cannot prove what it says, nor can this desk’s own earlier check of it.',
    looks: 'No evidence has the address of the article under check, or of an edition of this desk.',
    blind: 'Copies of the article under other addresses.',
  },
  'sources-in-time': {
    name: 'Sources are older than the check',
    why: 'A source that is dated after it was read has changed since, or a date is wrong.',
    looks: 'No source is dated later than the day it was accessed, or than today.',
    blind: 'Sources without a date, and pages changed without a new one.',
  },
  'right-of-reply': {
    name: 'Right of reply',
    why: 'Whoever is said to be wrong gets to answer before it is published.',
    looks:
      'For an adverse verdict on a person or an organisation, somebody was asked for a reply, and answered, declined, or let the deadline pass.',
    blind: 'Whether the right person was asked, and in time.',
  },
  'close-wording': {
    name: 'The statement keeps to the quote',
    why: 'Readers should find the claim that was made, not one that is easier to check.',
    looks:
      'The statement has no other figures than the quote, does not turn a denial round, and keeps a third of its words.',
    blind: 'Whether a change of words was needed. In languages it has no list for, it does not see denials.',
  },
  'text-settled': {
    name: 'Changed text is settled',
    why: 'A verdict is on words. When those change, a person has to say whether it still is.',
    looks:
      'No place of the claim changed or is lost in the newest revision without anybody’s word. Publishing is blocked by this in any case.',
    blind: 'Changes at the article’s address that the desk has not taken in.',
  },
  'open-threads': {
    name: 'No open discussion',
    why: 'A question that a colleague asked should not be settled by publishing.',
    looks: 'Every thread about the claim is resolved.',
    blind: 'Whether it was resolved for good reasons.',
  },
  'second-person': {
    name: 'A second person approved it',
    why: 'Nobody sees their own mistakes.',
    looks:
      'Who approved a claim had no part in it. Stet enforces this in any case, unless the desk is of one person; an administrator’s override shows here.',
    blind: 'How closely the second person looked.',
  },
};

export const standards: readonly Standard[] = standardRules.map((rule) => ({ rule, ...texts[rule] }));
export const standardOf = (rule: StandardRule): Standard => ({ rule, ...texts[rule] });

/** What somebody is asked who waives a check for one claim. */
export const waiverQuestions: Record<WaivableRule, string> = {
  'two-sources': 'Why is there no second independent source?',
  'primary-source': 'Why is there no primary source?',
  'passage-quoted': 'Why is no passage quoted?',
  'right-of-reply': 'Why was nobody asked for a reply?',
  'close-wording': 'Why does the statement differ from the quote?',
};

export const isWaivable = (rule: StandardRule): rule is WaivableRule => waivableRules.some((each) => each === rule);
