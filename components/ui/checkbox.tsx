import { type ComponentProps, type ReactNode, useId } from 'react';

type Props = Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'role'> & {
  label: ReactNode;
  hint?: ReactNode;
  onChange?: (checked: boolean) => void;
};

function Row({ label, hint, onChange, look, ...rest }: Props & { role?: 'switch'; look: string }) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <input
        type="checkbox"
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange?.(event.currentTarget.checked)}
        className={look}
        {...rest}
      />
      <div className="flex flex-col">
        <label htmlFor={id} className="flex min-h-6 cursor-pointer items-center text-base">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-ink-faint">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

/** Yes or no, taking effect with the form it stands in. */
export const Checkbox = (props: Props) => <Row {...props} look="m-1 size-4 shrink-0 accent-accent" />;

/** On or off, taking effect at once. The knob's place tells it, and so does the switch role. */
export const Switch = (props: Props) => (
  <Row
    {...props}
    role="switch"
    look="relative my-0.5 h-5 w-9 shrink-0 cursor-pointer appearance-none rounded-full border border-rule bg-sunken transition-colors after:absolute after:top-0.5 after:left-0.5 after:size-3.5 after:rounded-full after:bg-rule after:transition-transform checked:border-accent checked:bg-accent checked:after:translate-x-4 checked:after:bg-accent-ink forced-colors:appearance-auto"
  />
);
