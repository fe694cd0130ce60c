'use client';
import { useState } from 'react';
import { call } from '@/client/call';
import type { MailChoice as Choices } from '@/domain/mail';
import { toast } from '../ui/announcer';
import { Choice } from '../ui/choice';

const options = [
  { value: 'all', label: 'All of it' },
  { value: 'pressing', label: 'What presses' },
  { value: 'none', label: 'Nothing' },
] as const satisfies { value: Choices; label: string }[];

const meanings: Record<Choices, string> = {
  all: 'What you have not read here is mailed to you after a few minutes, gathered in one message.',
  pressing:
    'Mentions, scheduled editions that failed and what is due within the hour or overdue are mailed to you if you have not read them here.',
  none: 'Nothing of this is mailed to you. The bell goes on telling you.',
};

type Props = { chosen: Choices; email: string | null };

/** Of what a person is sent mail; stored at once, and taken back where that fails. */
export function MailChoice({ chosen: given, email }: Props) {
  const [chosen, setChosen] = useState(given);
  const choose = async (mail: Choices) => {
    const before = chosen;
    setChosen(mail);
    const answer = await call('setNotificationSettings', { body: { mail } });
    if (answer.ok) return;
    setChosen(before);
    toast({ kind: 'danger', text: 'Your choice could not be stored. Try again in a moment.' });
  };
  return (
    <div className="flex flex-col gap-1.5">
      <Choice
        legend={`By e-mail, to ${email}`}
        value={chosen}
        options={options}
        onChange={(mail) => void choose(mail)}
      />
      <p className="text-sm text-ink-faint" aria-live="polite">
        {meanings[chosen]}
      </p>
    </div>
  );
}
