import { standardOf } from '@/domain/standards/catalogue';
import { commitments } from '@/domain/standards/presets';
import { Section } from './section';

const list = new Intl.ListFormat('en-GB');

/** What the checks do for each commitment of the IFCN's code, what Stet does besides, and what no machine can check. */
export const Commitments = () => (
  <Section
    title="The IFCN’s code"
    lead={
      <>
        The five commitments of the{' '}
        <a href="https://ifcncodeofprinciples.poynter.org" rel="noreferrer noopener" target="_blank">
          International Fact-Checking Network
        </a>
        , in our own words. Meeting these checks does not make a desk a signatory: people assess that.
      </>
    }
  >
    <dl className="flex flex-col divide-y border-t">
      {commitments.map(({ name, asks, rules, elsewhere, beyond }) => (
        <div key={name} className="flex flex-col gap-1 py-3">
          <dt className="font-semibold">{name}</dt>
          <dd>{asks}</dd>
          <dd className="text-sm text-ink-soft">
            Checks: {rules.length > 0 ? list.format(rules.map((rule) => standardOf(rule).name.toLowerCase())) : 'none'}.
          </dd>
          <dd className="text-sm text-ink-soft">Stet besides: {elsewhere}</dd>
          <dd className="text-sm text-ink-soft">No machine can check: {beyond}</dd>
        </div>
      ))}
    </dl>
  </Section>
);
