import type { Anchor, AnchorState } from '../anchor';
import type { Article } from '../article';
import type { Content } from '../content';
import type { ArticleDoc } from '../doc';
import type { Hold } from '../hold';
import type { Desk } from '../person';
import type { Scale } from '../scale';
import type { SecondState } from '../second-verdict';
import type { Judged, Levels, StandardRule } from '../standards';
import type { ClaimState } from '../workflow';
import type { ConclusionCandidate } from './conclusion';
import type { Adjudicated, Payload, Tier, Withdrawal } from './payload';

/** The latest approval of a claim: what was decided on, where it stood then, and on whose word. */
export type Approval = {
  digest: string;
  content: Content;
  anchors: Anchor[];
  /** where those stand in the newest revision */
  stands: Anchor[];
  /** the headline then */
  title: string;
  /** ids of the people who had contributed */
  contributors: string[];
  /** id of the editor */
  approvedBy: string;
  approvedAt: string;
  overrideReason: string | null;
};

/** A place of a claim; `kept`: its words are not there, and a person keeps the claim as it stood. */
export type Standing = Anchor & { kept?: boolean };

/** An independent second verdict; `adjudicated` where it differs from the first and an editor told readers what stands. */
export type Second = {
  state: SecondState;
  verdict: Content['verdict'];
  question: string | null;
  adjudicated?: (Adjudicated & { verdict: Content['verdict'] }) | null;
};

/** A claim of the article as far as publishing is concerned. */
export type Candidate = {
  id: string;
  /** its number in editions, once it was published */
  k: number | null;
  state: ClaimState;
  statement: string;
  /** the words as a person last selected or settled them */
  quotes: string[];
  /** where it stands in the newest revision, its repeats after it */
  anchors: Standing[];
  /** of a claim about the headline: what became of that */
  headline: { state: AnchorState; was: string; kept: boolean } | null;
  /** when words that a person keeps as they stood were seen to be gone */
  keptSince: string | null;
  /** why no edition shows it any more */
  withdrawal: Withdrawal | null;
  approval: Approval | null;
  /** the independent second verdict that was asked for: how far it is, and what was judged how */
  second?: Second | null;
  /** the claim that it was merged into as a duplicate */
  mergedInto: string | null;
  /** threads on it or its evidence that nobody has resolved */
  openThreads: number;
};

/** What the desk asks of every claim, and of each claim what its standards look at. */
export type MaterialStandards = {
  levels: Levels;
  /** when a check came to its level */
  since: ReadonlyMap<StandardRule, string>;
  origin: string | null;
  now: string;
  /** by the claim's id */
  claims: ReadonlyMap<string, { claim: Judged; openThreads: number }>;
};

/** Everything that an edition of an article is made of. */
export type Material = {
  article: Pick<
    Article,
    'slug' | 'title' | 'publication' | 'byline' | 'publishedOn' | 'url' | 'language' | 'rights' | 'state'
  > & { revision: { number: number; sha256: string; text: string; doc: ArticleDoc } };
  scale: Scale;
  desk: Desk;
  /** the names that people chose to be credited by; whoever is missing is credited as the desk */
  credits: ReadonlyMap<string, string>;
  /** the claims in every state */
  claims: Candidate[];
  /** whether the article's policy holds editions back for second verdicts */
  secondsBlock?: boolean;
  /** null while nobody has written one */
  conclusion: ConclusionCandidate | null;
  standards: MaterialStandards;
  /** threads on words of the article, without a claim, that nobody has resolved */
  openThreads: number;
  /** what keeps the article from being published now */
  hold: Hold | null;
  /** the newest edition */
  /** its payload is null where its words were erased */
  previous: { number: number; payload: Payload | null; digest: string } | null;
  /** the verdict that each published claim was last published with, by its number */
  verdicts: ReadonlyMap<number, Content['verdict']>;
  /** the highest number that a claim of this article was ever given; 0 before the first */
  lastK: number;
};

/** What the editor chose. */
export type Choices = {
  note: string | null;
  tier: Tier | null;
  /** ids of the claims, approved before and changed since, that go out as last approved; `conclusion` for that */
  asLastApproved: readonly string[];
};
