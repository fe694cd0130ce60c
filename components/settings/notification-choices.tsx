'use client';
import { useState } from 'react';
import { call } from '@/client/call';
import { type NotificationKind, notificationKinds } from '@/domain/notification';
import { notificationWords } from '@/domain/notification-words';
import { toast } from '../ui/announcer';
import { Switch } from '../ui/checkbox';

/** Of what a person is told in the app; each choice is stored at once, and taken back where that fails. */
export function NotificationChoices({ muted: given }: { muted: readonly NotificationKind[] }) {
  const [muted, setMuted] = useState(given);
  const choose = async (kind: NotificationKind, wanted: boolean) => {
    const next = wanted ? muted.filter((each) => each !== kind) : [...muted, kind];
    setMuted(next);
    const answer = await call('setNotificationSettings', { body: { muted: [...next] } });
    if (answer.ok) return;
    setMuted(muted);
    toast({ kind: 'danger', text: 'Your choice could not be stored. Try again in a moment.' });
  };
  return (
    <div className="flex flex-col gap-1">
      {notificationKinds.map((kind) => (
        <Switch
          key={kind}
          label={notificationWords[kind].setting}
          checked={!muted.includes(kind)}
          onChange={(wanted) => void choose(kind, wanted)}
        />
      ))}
    </div>
  );
}
