import { Button } from './button';

type Props = {
  /** what is going on, as a sentence */
  label: string;
  /** how much is done, of `max`; absent while nobody knows */
  value?: number;
  max?: number;
  onCancel?: () => void;
};

/** A long action under way, with a way out of it where there is one. */
export const Progress = ({ label, value, max = 1, onCancel }: Props) => (
  <div className="flex flex-col gap-2" role="status">
    <div className="flex items-center justify-between gap-4">
      <span>{label}</span>
      {onCancel && (
        <Button size="sm" variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
    <progress className="h-1.5 w-full accent-accent" aria-label={label} value={value} max={max} />
  </div>
);
