'use client';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { call } from '@/client/call';
import { faultsIn, refusedBy, refusedFor } from '@/client/refusal';
import { newScaleSchema } from '@/domain/contract/people';
import type { Scale } from '@/domain/scale';
import { brokenScaleRules } from '@/domain/scale-rules';
import { Faults } from '../form/faults';
import { SubmitButton } from '../form/submit-button';
import { TextField } from '../form/text-field';
import { useForm } from '../form/use-form';
import { toast } from '../ui/announcer';
import { Button, LinkButton } from '../ui/button';
import { Checkbox } from '../ui/checkbox';
import { blankValue, type Draft, type DraftValue, draftOf, moved, scaleOf, slugOf, sorted } from './scale-draft';
import { ScaleValueFields } from './scale-value-fields';

const FEWEST = 2;
const MOST = 20;

/** A new scale, or the next version of `from`. `taken` are the ids that scales have. */
export function ScaleForm({ from, taken }: { from: Scale | null; taken: readonly string[] }) {
  const router = useRouter();
  const { field, values, set, setValues, error, whole, busy, props } = useForm(draftOf(from), async (draft) => {
    const id = from?.id ?? slugOf(draft.name, 'scale');
    if (!from && taken.includes(id)) return { fields: { name: nameTaken }, whole: [] };
    const body = scaleOf(id, draft);
    const faults = faultsIn(newScaleSchema, body) ?? refusedFor(brokenScaleRules(body));
    if (faults) return faults;
    const answer = await call('addScale', { body });
    if (answer.ok) {
      toast({ text: `${answer.value.name} is there, in version ${answer.value.version}.` });
      router.push('/settings/scales');
      router.refresh();
    }
    return refusedBy(answer);
  });
  return (
    <form {...props} className="flex max-w-2xl flex-col gap-6">
      <Faults whole={whole} />
      <TextField label="Name of the scale" {...field('name')} />
      <Checkbox
        label="The verdicts have an order"
        hint="From worst to best; search engines are told the rating."
        checked={values.ordered}
        onChange={set('ordered')}
      />
      <ScaleValues draft={values} error={error} onChange={set('values')} onAdd={() => setValues(withOneMore)} />
      <div className="flex flex-wrap gap-2 border-t pt-6">
        <SubmitButton variant="primary" busy={busy}>
          {from ? `Save as version ${from.version + 1}` : 'Add the scale'}
        </SubmitButton>
        <LinkButton variant="quiet" href="/settings/scales">
          Cancel
        </LinkButton>
      </div>
    </form>
  );
}

const nameTaken = 'There is a scale of this name. Give another, or go back and make a new version of that one.';
const withOneMore = (draft: Draft): Draft => ({ ...draft, values: [...draft.values, blankValue(false)] });

type ValuesProps = {
  draft: Draft;
  error: (field: string) => string | undefined;
  onChange: (values: DraftValue[]) => void;
  onAdd: () => void;
};

function ScaleValues({ draft: { values, ordered }, error, onChange, onAdd }: ValuesProps) {
  const replace = (next: DraftValue) => onChange(sorted(values.map((value) => (value.id === next.id ? next : value))));
  const remove = (id: number) => onChange(values.filter((value) => value.id !== id));
  const together = error('values');
  return (
    <div>
      <Faults whole={together === undefined ? [] : [together]} />
      {values.map((value, index) => (
        <ScaleValueFields
          key={value.id}
          value={value}
          place={index + 1}
          ordered={ordered}
          error={(field) => error(`values.${index}.${field}`)}
          onChange={replace}
          onMove={(by) => onChange(moved(values, value.id, by))}
          onRemove={values.length > FEWEST ? () => remove(value.id) : undefined}
        />
      ))}
      {values.length < MOST && (
        <Button icon={<Plus aria-hidden />} onClick={onAdd}>
          Add a verdict
        </Button>
      )}
    </div>
  );
}
