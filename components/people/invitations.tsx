'use client';
import { useRouter } from 'next/navigation';
import { call, sentencesOf } from '@/client/call';
import type { Invitation } from '@/domain/contract/people';
import { roleNames } from '@/domain/person';
import { toast } from '../ui/announcer';
import { Button } from '../ui/button';
import { confirm } from '../ui/confirm';
import { RelativeTime } from '../ui/relative-time';

const whom = ({ name, email }: Invitation): string => name ?? email ?? 'Whoever has the link';

/** The invitations that can still be accepted. */
export function Invitations({ invitations }: { invitations: Invitation[] }) {
  const router = useRouter();
  const revoke = async (invitation: Invitation) => {
    const body = 'Its link opens nothing from then on. You can always invite again.';
    const title = `Revoke the invitation of ${whom(invitation)}?`;
    if (!(await confirm({ title, body, action: 'Revoke it', danger: true }))) return;
    const answer = await call('revokeInvitation', { params: { id: invitation.id } });
    if (!answer.ok) {
      const text = answer.offline
        ? 'The server did not answer. The link still works.'
        : sentencesOf(answer.problem).join(' ');
      toast({ kind: 'danger', text });
    }
    router.refresh();
  };
  return (
    <ul className="flex flex-col border-t">
      {invitations.map((invitation) => (
        <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b py-3">
          <div className="min-w-40 flex-1">
            <p className="font-semibold wrap-anywhere" dir="auto">
              {whom(invitation)}
            </p>
            <p className="text-sm text-ink-soft wrap-anywhere">
              {invitation.name !== null && invitation.email !== null && `${invitation.email} · `}
              {roleNames[invitation.role]} · expires <RelativeTime at={invitation.expiresAt} />
            </p>
          </div>
          <Button
            size="sm"
            onClick={() => revoke(invitation)}
            aria-label={`Revoke the invitation of ${whom(invitation)}`}
          >
            Revoke
          </Button>
        </li>
      ))}
    </ul>
  );
}
