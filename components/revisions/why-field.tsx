import { Field } from '../ui/field';
import { Textarea } from '../ui/textarea';
import type { NewText } from './new-text';
import type { useAdding } from './use-adding';

/** A step of adding a revision: the text it works on, and the way to the desk. */
export type StepProps = {
  work: NewText & { change: (next: (work: NewText) => NewText) => void };
  /** whether the person came here from the other step */
  fresh: boolean;
  adding: ReturnType<typeof useAdding>;
};

/** Why there is a new revision, in the words of who adds it. */
export const WhyField = ({ work, adding }: Pick<StepProps, 'work' | 'adding'>) => (
  <Field
    label="Why there is a new revision"
    optional
    hint="For the desk: the publisher corrected a figure, the story went on."
  >
    <Textarea
      dir="auto"
      maxLength={2000}
      value={work.reason}
      disabled={adding.busy === 'adding'}
      onChange={(event) => {
        const reason = event.currentTarget.value;
        work.change((now) => ({ ...now, reason }));
      }}
    />
  </Field>
);
