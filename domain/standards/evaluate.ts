import type { Problem } from '../result';
import { judges } from './checks';
import type { Ground, Judged } from './judged';
import { type Finding, type StandardRule, standardRules } from './rule';

function findingOf(rule: StandardRule, level: Finding['level'], claim: Judged, ground: Ground): Finding {
  const found = judges[rule](claim, ground);
  const waiver = claim.waivers.find((each) => each.rule === rule) ?? null;
  const about = { rule, level, waiver };
  if (!found) {
    return { ...about, outcome: 'does-not-apply', message: 'Asks nothing of this claim.', pointer: null, evidence: [] };
  }
  const { message, evidence = [] } = found;
  if (found.holds) return { ...about, outcome: 'holds', message, pointer: null, evidence };
  const outcome = waiver ? 'waived' : 'unmet';
  return { ...about, outcome, message, pointer: found.pointer, evidence };
}

/**
 * How a claim stands to every check that the desk has switched on, in the checks' order. The one function of the
 * standards: the panel calls it while one types, the server when a claim is submitted, approved and published.
 */
export const evaluate = (claim: Judged, ground: Ground): Finding[] =>
  standardRules.flatMap((rule) => {
    const level = ground.levels[rule];
    return level === 'off' ? [] : [findingOf(rule, level, claim, ground)];
  });

export const isUnmet = ({ outcome }: Finding): boolean => outcome === 'unmet';
/** Whether a finding stands in the way of submitting, approving and publishing. */
export const stops = (finding: Finding): boolean => isUnmet(finding) && finding.level === 'blocking';

/** What stops a claim, as problems for a refusal. `text-settled` and `second-person` have rules of their own there. */
export const problemsOf = (findings: readonly Finding[], claimId: string): Problem[] =>
  findings
    .filter(stops)
    .map(({ rule, message, pointer }) => ({ rule, message, claimId, ...(pointer === null ? {} : { pointer }) }));
