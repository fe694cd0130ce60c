import { type Levels, type StandardLevel, type StandardRule, standardRules } from './rule';

const every = (level: StandardLevel, but: Partial<Levels> = {}): Levels => ({
  ...(Object.fromEntries(standardRules.map((rule) => [rule, level])) as Levels),
  ...but,
});

export type Preset = { id: string; name: string; about: string; levels: Levels };

/**
 * Ready-made settings. A new desk begins with `warnings`: everything is said and nothing is in the way, so that a desk
 * can look at what its work would meet before it binds itself.
 */
export const presets: readonly Preset[] = [
  {
    id: 'warnings',
    name: 'Warnings only',
    about: 'Every check is shown while one writes and on the checklist. None stops anybody. A new desk begins so.',
    levels: every('warning'),
  },
  {
    id: 'ifcn',
    name: 'The IFCN code’s commitments',
    about:
      'What the code of principles of the International Fact-Checking Network asks of sources, method and fairness, as far as a machine can see it, blocks. The rest warns.',
    levels: every('warning', {
      'two-sources': 'blocking',
      'primary-source': 'blocking',
      'contrary-evidence': 'blocking',
      'no-self-source': 'blocking',
      'right-of-reply': 'blocking',
    }),
  },
  {
    id: 'strict',
    name: 'Everything blocks',
    about: 'Nothing is submitted, approved or published that leaves a check unmet and unwaived.',
    levels: every('blocking', { 'close-wording': 'warning' }),
  },
  {
    id: 'none',
    name: 'None',
    about: 'No check is shown. The rules that Stet always keeps still hold.',
    levels: every('off'),
  },
];

export const defaultLevels: Levels = presets[0]!.levels;

/** The preset that levels are just those of, or null. */
export const presetOf = (levels: Levels): Preset | null =>
  presets.find((preset) => standardRules.every((rule) => preset.levels[rule] === levels[rule])) ?? null;

/** A commitment of a code of principles, what of it is checked here, and what no machine can check. */
export type Commitment = {
  name: string;
  asks: string;
  rules: readonly StandardRule[];
  elsewhere: string;
  beyond: string;
};

/**
 * The five commitments of the code of principles of the International Fact-Checking Network
 * (https://ifcncodeofprinciples.poynter.org), in our own words.
 */
export const commitments: readonly Commitment[] = [
  {
    name: 'Nonpartisanship and fairness',
    asks: 'The same standard for every side, and those concerned are heard.',
    rules: ['right-of-reply', 'contrary-evidence', 'close-wording', 'second-person'],
    elsewhere: 'The scale’s definitions stand on every edition.',
    beyond: 'Whether claims are chosen evenly, and whether checkers keep their politics out of it.',
  },
  {
    name: 'Standards and transparency of sources',
    asks: 'Readers can retrace the check: sources named, primary where there are any, more than one.',
    rules: ['two-sources', 'primary-source', 'passage-quoted', 'no-self-source', 'sources-in-time'],
    elsewhere:
      'Every edition lists its evidence with addresses, dates and archived copies; a withheld source is described.',
    beyond: 'Whether a source has an interest in the matter.',
  },
  {
    name: 'Transparency of funding and organisation',
    asks: 'Readers can see who stands behind the desk and who pays for it.',
    rules: [],
    elsewhere: 'Editions say who checked and who approved.',
    beyond: 'All of it: publish this on the newsroom’s own site.',
  },
  {
    name: 'Standards and transparency of methodology',
    asks: 'The way to a verdict is explained, and evidence on both sides is shown.',
    rules: ['contrary-evidence', 'passage-quoted', 'right-of-reply', 'text-settled', 'open-threads'],
    elsewhere: 'Every edition prints rationale, scale and method; the record tells of each approval.',
    beyond: 'How claims are selected, and whether readers can suggest some.',
  },
  {
    name: 'Open and honest corrections',
    asks: 'Mistakes are corrected openly, and readers know how to report them.',
    rules: [],
    elsewhere: 'A correction is a new edition with a note; the old one stays readable and says so.',
    beyond: 'Whether the desk answers those who report a mistake.',
  },
];
