import { Checkbox } from '../ui/checkbox';

type Props = {
  people: readonly { id: string; name: string }[];
  names: Readonly<Record<string, string>>;
  value: readonly string[];
  onChange: (ids: string[]) => void;
};

/** Who sees an article through: any number of people of the desk, those who left it too while they are named. */
export function ArticlePeople({ people, names, value, onChange }: Props) {
  const gone = value.filter((id) => !people.some((person) => person.id === id));
  const all = [...people, ...gone.map((id) => ({ id, name: names[id] ?? 'Somebody' }))];
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-sm font-semibold">
        Assigned to <span className="font-normal text-ink-faint">(optional)</span>
      </legend>
      <div className="grid max-h-40 grid-cols-2 gap-x-3 overflow-y-auto">
        {all.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={<span className="wrap-anywhere">{name}</span>}
            checked={value.includes(id)}
            onChange={(is) => onChange(is ? [...value, id] : value.filter((each) => each !== id))}
          />
        ))}
      </div>
    </fieldset>
  );
}
