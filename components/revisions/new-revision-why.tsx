import { Field } from '../ui/field';
import { Textarea } from '../ui/textarea';
import type { NewText } from './new-text';
import type { Adding } from './use-adding';

/** The heading of this page's keys in the list of keys. */
export const group = 'New revision';

/** What each part of a new revision works on. */
export type PartProps = {
  work: NewText & { change: (next: (work: NewText) => NewText) => void };
  /** whether the person has just come to this part, and is to be put into it */
  fresh: boolean;
  adding: Adding;
};

/** Why there is a new revision, in the words of who adds it. */
export const Why = ({ work, adding }: Pick<PartProps, 'work' | 'adding'>) => (
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
