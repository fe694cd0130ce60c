import { Plus, X } from 'lucide-react';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { IconButton } from '../../ui/icon-button';
import { TextInput } from '../../ui/text-input';
import { Textarea } from '../../ui/textarea';

export type SourceDraft = { title: string; url: string; quote: string };
export const noSource: SourceDraft = { title: '', url: '', quote: '' };

type Props = {
  sources: readonly SourceDraft[];
  onChange: (sources: SourceDraft[]) => void;
  /** what is wrong with one, by its place */
  errors: Readonly<Record<number, string>>;
};

/** Sources that the second reviewer found themselves. They wait with the verdict: nobody sees them before it is filed. */
export function OwnSources({ sources, onChange, errors }: Props) {
  const change = (at: number, patch: Partial<SourceDraft>) =>
    onChange(sources.map((source, index) => (index === at ? { ...source, ...patch } : source)));
  return (
    <section aria-label="Sources of your own" className="flex flex-col gap-2">
      <h4 className="text-sm text-ink-soft">Sources of your own</h4>
      <ul className="flex flex-col gap-3">
        {sources.map((source, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a source that is being written has nothing else
          <li key={index} className="flex flex-col gap-2 border-l-2 border-hairline pl-3">
            <div className="flex items-end gap-2">
              <Field label="Title" className="flex-1" error={errors[index]}>
                <TextInput
                  dir="auto"
                  maxLength={500}
                  value={source.title}
                  onChange={(event) => change(index, { title: event.currentTarget.value })}
                />
              </Field>
              <IconButton
                label={`Take source ${index + 1} away`}
                icon={<X aria-hidden />}
                onClick={() => onChange(sources.filter((_, at) => at !== index))}
              />
            </div>
            <Field label="Address" optional>
              <TextInput
                type="url"
                placeholder="https://"
                maxLength={2000}
                value={source.url}
                onChange={(event) => change(index, { url: event.currentTarget.value })}
              />
            </Field>
            <Field label="Passage" optional>
              <Textarea
                dir="auto"
                maxLength={5000}
                value={source.quote}
                onChange={(event) => change(index, { quote: event.currentTarget.value })}
              />
            </Field>
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        className="self-start"
        icon={<Plus aria-hidden />}
        onClick={() => onChange([...sources, noSource])}
      >
        Add a source
      </Button>
    </section>
  );
}
