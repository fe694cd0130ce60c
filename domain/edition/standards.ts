import { asApproved, evaluate, type Finding, isUnmet, standardOf } from '../standards';
import { siteOf } from '../standards/site';
import { blocks, type Check, holds, notes } from './check';
import type { Material } from './material';
import type { Going } from './selection';

/** Rules that publishing keeps in any case, and says in sentences of its own. */
const saidElsewhere: readonly Finding['rule'][] = ['text-settled', 'second-person'];

type Found = { going: Going; finding: Finding };

function findingsOf(going: Going, { standards, scale, desk, article }: Material): Found[] {
  const candidate = standards.claims.get(going.claimId);
  if (!candidate) return [];
  const { levels, origin, now } = standards;
  const judged = going.asLastApproved ? asApproved(candidate.claim, going.approval.content) : candidate.claim;
  const { openThreads } = candidate;
  const ground = { levels, origin, now, scale, desk, article, openThreads, approval: null, siteOf };
  return evaluate(judged, ground)
    .filter(({ rule }) => !saidElsewhere.includes(rule))
    .map((finding) => ({ going, finding }));
}

/** A claim that was approved before a check came to block is not held up by it: its editor could not know. */
const wasTightened = ({ going, finding }: Found, { standards }: Material): boolean =>
  going.approval.approvedAt < (standards.since.get(finding.rule) ?? '');

const list = new Intl.ListFormat('en-GB');

/** One line for all claims that a check only warns of, or that were approved before it came to block. */
function warning(all: Found[], tightened: boolean): Check {
  const [first] = all;
  const { rule, message } = first!.finding;
  const why = tightened ? ', approved before the desk made it blocking,' : '';
  const [claim, does] = all.length === 1 ? ['Claim', 'does'] : ['Claims', 'do'];
  const said = all.length === 1 ? ` ${message}` : '';
  return {
    ...notes(
      rule,
      `${standardOf(rule).name}: ${claim.toLowerCase()} ${list.format(all.map(({ going }) => String(going.k)))}${why} ${does} not meet this.${said}`,
      all.length === 1 ? first!.going.claimId : null,
    ),
    holds: false,
  };
}

const waived = ({ going, finding }: Found): Check =>
  notes(
    finding.rule,
    `${standardOf(finding.rule).name}: claim ${going.k} is waived. ${finding.waiver?.reason}`,
    going.claimId,
  );

const stopped = ({ going, finding }: Found): Check =>
  blocks(finding.rule, `Claim ${going.k}: ${finding.message}`, going.claimId);

/** How the claims that go out stand to the desk's standards: what blocks, what warns, what is waived. */
export function onStandards(goesOut: readonly Going[], material: Material): Check[] {
  const found = goesOut.flatMap((going) => findingsOf(going, material));
  if (found.length === 0) return [];
  const unmet = found.filter(({ finding }) => isUnmet(finding));
  if (unmet.length === 0 && !found.some(({ finding }) => finding.outcome === 'waived'))
    return [holds('standards', 'Every claim meets the desk’s standards.')];
  const tightened = unmet.filter((each) => each.finding.level === 'blocking' && wasTightened(each, material));
  const blocking = unmet.filter((each) => each.finding.level === 'blocking' && !tightened.includes(each));
  // threads that are open are told of claim by claim, whatever the desk asks
  const warned = unmet.filter(({ finding: { level, rule } }) => level === 'warning' && rule !== 'open-threads');
  const byRule = (all: Found[], late: boolean): Check[] =>
    [...new Set(all.map(({ finding }) => finding.rule))].map((rule) =>
      warning(
        all.filter(({ finding }) => finding.rule === rule),
        late,
      ),
    );
  return [
    ...blocking.map(stopped),
    ...byRule(tightened, true),
    ...byRule(warned, false),
    ...found.filter(({ finding }) => finding.outcome === 'waived').map(waived),
  ];
}
