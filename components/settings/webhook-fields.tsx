import { type WebhookKind, webhookKindNames, webhookKinds } from '@/domain/webhook';
import { TextField } from '../form/text-field';
import { Checkbox } from '../ui/checkbox';

type Props = {
  url: { name: string; value: string; onChange: (url: string) => void; error: string | undefined };
  kinds: readonly WebhookKind[];
  onKinds: (kinds: WebhookKind[]) => void;
  error: string | undefined;
};

/** Where a receiver is, and of what it is told. */
export const WebhookFields = ({ url, kinds, onKinds, error }: Props) => (
  <>
    <TextField
      label="Address of the receiver"
      type="url"
      placeholder="https://newsroom.example/hooks/stet"
      autoComplete="off"
      {...url}
    />
    <fieldset className="flex flex-col gap-1.5" aria-describedby={error ? 'webhook-kinds-error' : undefined}>
      <legend className="pb-1 text-sm font-semibold">Tell it when</legend>
      {webhookKinds.map((kind) => (
        <Checkbox
          key={kind}
          label={webhookKindNames[kind]}
          checked={kinds.includes(kind)}
          onChange={(on) => onKinds(webhookKinds.filter((each) => (each === kind ? on : kinds.includes(each))))}
        />
      ))}
      {error && (
        <p id="webhook-kinds-error" className="text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  </>
);
