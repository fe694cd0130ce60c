'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { call } from '@/client/call';
import { refusedBy } from '@/client/refusal';
import { etagOf } from '@/domain/canonical';
import type { StandardsEffect, StandardsSettings } from '@/domain/contract/standards';
import { standards } from '@/domain/standards/catalogue';
import { type Preset, presetOf, presets } from '@/domain/standards/presets';
import { type Levels, type StandardRule, standardLevels } from '@/domain/standards/rule';
import { Faults } from '../form/faults';
import { SubmitButton } from '../form/submit-button';
import { useForm } from '../form/use-form';
import { levelWords } from '../standards/words';
import { toast } from '../ui/announcer';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Section } from './section';

const options = standardLevels.map((value) => ({ value, label: levelWords[value] }));

const levelsOf = ({ checks }: StandardsSettings): Levels =>
  Object.fromEntries(checks.map(({ rule, level }) => [rule, level])) as Levels;

const claims = (many: number): string => (many === 1 ? '1 approved claim' : `${many} approved claims`);

/** What the check would say of the claims that are approved now. */
function effectOf({ tally, looked }: StandardsEffect, rule: StandardRule): string | null {
  const found = tally.find((each) => each.rule === rule);
  if (looked === 0 || !found) return null;
  const { unmet, waived } = found;
  const would = unmet === 0 ? 'Every approved claim meets this' : `${claims(unmet)} would not meet this`;
  return waived > 0 ? `${would}; ${waived} waived.` : `${would}.`;
}

type PresetsProps = { levels: Levels; administers: boolean; onChoose: (preset: Preset) => void };

function Presets({ levels, administers, onChoose }: PresetsProps) {
  const chosen = presetOf(levels);
  return (
    <ul className="flex flex-col divide-y border-y">
      {presets.map((preset) => (
        <li key={preset.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-2.5">
          <div className="min-w-0 flex-1 basis-60">
            <p className="font-semibold">{preset.name}</p>
            <p className="text-sm text-ink-soft">{preset.about}</p>
          </div>
          {preset.id === chosen?.id ? (
            <p className="py-1 text-sm font-semibold text-ok">Set so</p>
          ) : (
            administers && (
              <Button size="sm" onClick={() => onChoose(preset)} aria-label={`Use “${preset.name}”`}>
                Use these
              </Button>
            )
          )}
        </li>
      ))}
    </ul>
  );
}

type Props = { settings: StandardsSettings; effect: StandardsEffect; administers: boolean };

/** Each check with its reason, what it looks at and cannot tell, how it is set, and what that means for approved claims. */
export function StandardsForm({ settings, effect, administers }: Props) {
  const router = useRouter();
  const [version, setVersion] = useState(settings);
  const { values, set, setValues, whole, busy, props } = useForm<Levels>(levelsOf(settings), async (levels) => {
    const answer = await call('setStandards', { ifMatch: etagOf(version), body: { levels } });
    if (answer.ok) {
      setVersion(answer.value);
      toast({ text: 'The standards are set.' });
      router.refresh();
    } else if (!answer.offline && answer.problem.current) setVersion(answer.problem.current as StandardsSettings);
    return refusedBy(answer);
  });
  return (
    <form {...props} className="flex flex-col">
      <Section title="Ready-made" lead="Fills in the checks below. Nothing is set before you save.">
        <Presets levels={values} administers={administers} onChoose={(preset) => setValues({ ...preset.levels })} />
      </Section>
      <Section
        title="Checks"
        lead="A warning is shown while one writes, when one decides and on the checklist. What blocks is neither submitted, approved nor published. What was approved before a check came to block goes out with a warning."
      >
        {effect.looked > 0 && (
          <p className="text-sm text-ink-soft">
            Looked at: {effect.more ? 'the latest ' : ''}
            {claims(effect.looked)}.
          </p>
        )}
        <ul className="flex flex-col divide-y border-t">
          {standards.map(({ rule, name, why, looks, blind }) => (
            <li key={rule} className="flex flex-col gap-1.5 py-4">
              <h3 className="font-semibold">{name}</h3>
              <p>{why}</p>
              <p className="text-sm text-ink-soft">{looks}</p>
              <p className="text-sm text-ink-soft">
                It cannot tell: {blind.replace(/^./, (first) => first.toLowerCase())}
              </p>
              {administers ? (
                <Choice legend={name} hideLegend value={values[rule]} options={options} onChange={set(rule)} />
              ) : (
                <p className="text-sm font-semibold">{levelWords[values[rule]]}</p>
              )}
              {effectOf(effect, rule) && (
                <p className="text-sm font-semibold text-ink-soft">{effectOf(effect, rule)}</p>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Faults whole={whole} />
      {administers && (
        <div className="sticky bottom-0 border-t bg-paper py-3">
          <SubmitButton variant="primary" busy={busy}>
            Save the standards
          </SubmitButton>
        </div>
      )}
    </form>
  );
}
