'use client';
import { UserPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { call } from '@/client/call';
import { faultsIn, refusedBy } from '@/client/refusal';
import { inviteSchema } from '@/domain/contract/people';
import { type Role, roleNames, roles } from '@/domain/person';
import { Faults } from '../form/faults';
import { ShownOnce } from '../form/shown-once';
import { SubmitButton } from '../form/submit-button';
import { TextField } from '../form/text-field';
import { useForm } from '../form/use-form';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { Select } from '../ui/select';

const roleOptions = roles.map((role) => ({ value: role, label: roleNames[role] }));
const dayOptions = [
  { value: '1', label: 'A day' },
  { value: '7', label: 'A week' },
  { value: '30', label: '30 days' },
] as const;

/** An invitation that was just made: its link, and to which address it is mailed. */
type Made = { link: string; mailedTo: string | null };

/** Invites somebody: who, as what, for how long; then the link, once. `mails`: whether the desk sends mail. */
export function Invite({ mails }: { mails: boolean }) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const show = (shown: boolean) => {
    setOpen(shown);
    setMade(null);
  };
  return (
    <>
      <Button variant="primary" icon={<UserPlus aria-hidden />} onClick={() => show(true)}>
        Invite somebody
      </Button>
      <Dialog open={open} onOpenChange={show} title="Invite somebody" size="sm">
        {made === null ? (
          <InviteForm mails={mails} onMade={setMade} />
        ) : (
          <>
            <ShownOnce label="The invitation’s link" secret={made.link}>
              {made.mailedTo ? (
                <>
                  It is mailed to <bdi>{made.mailedTo}</bdi>. Should it not arrive, send it to them yourself, and to
                  nobody else:{' '}
                </>
              ) : (
                'Send it to them alone: '
              )}
              it works once, for whoever opens it first. It is not shown again, but you can revoke it.
            </ShownOnce>
            <div className="flex justify-end">
              <Button onClick={() => show(false)}>Done</Button>
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}

function InviteForm({ mails, onMade }: { mails: boolean; onMade: (made: Made) => void }) {
  const router = useRouter();
  const initial = { role: 'reviewer' as Role, name: '', email: '', days: '7' as (typeof dayOptions)[number]['value'] };
  const { field, values, set, error, whole, busy, props } = useForm(initial, async (given) => {
    const known = { name: given.name.trim() || undefined, email: given.email.trim() || undefined };
    const body = { ...known, role: given.role, days: Number(given.days) };
    const faults = faultsIn(inviteSchema, body);
    if (faults) return faults;
    const answer = await call('invite', { body });
    if (answer.ok) {
      onMade({ link: answer.value.link, mailedTo: answer.value.mailed ? answer.value.email : null });
      router.refresh();
    }
    return refusedBy(answer);
  });
  return (
    <form {...props} className="flex flex-col gap-4">
      <Faults whole={whole} />
      <Field label="Role" error={error('role')}>
        <Select value={values.role} options={roleOptions} onChange={set('role')} />
      </Field>
      <TextField label="Name" optional autoComplete="off" {...field('name')} />
      <TextField
        label="E-mail address"
        type="email"
        optional
        autoComplete="off"
        hint={
          mails
            ? 'If you give one, the link is mailed to it, and only it can be used to join.'
            : 'If you give one, only it can be used to join.'
        }
        {...field('email')}
      />
      <Field label="Open for" error={error('days')}>
        <Select value={values.days} options={dayOptions} onChange={set('days')} />
      </Field>
      <div className="flex justify-end">
        <SubmitButton variant="primary" busy={busy}>
          Make the link
        </SubmitButton>
      </div>
    </form>
  );
}
