import { Button } from './button';
import { Spinner } from './spinner';

type Props = {
  /** what is going on, as a sentence */
  label: string;
  /** how much is done, of `max`; absent while nobody knows */
  value?: number;
  max?: number;
  onCancel?: () => void;
};

/** A long action under way: how far it is, where that is known, and the way out of it, where there is one. */
export const Progress = ({ label, value, max = 1, onCancel }: Props) => (
  <div className="flex flex-col gap-2">
    <div className="flex min-h-8 items-center justify-between gap-4">
      <span className="flex items-center gap-2" role="status">
        {value === undefined && <Spinner />}
        {label}
      </span>
      {onCancel && (
        <Button size="sm" variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
    {value !== undefined && (
      <progress
        aria-label={label}
        value={value}
        max={max}
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-hairline [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-hairline [&::-webkit-progress-value]:bg-accent"
      />
    )}
  </div>
);
