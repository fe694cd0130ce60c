'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { call } from '@/client/call';
import { kept } from '@/client/kept';
import type { Approach } from '@/domain/approach';
import type { Claim } from '@/domain/claim';
import { nameOf, useChecking } from '../claims/under-check';
import { Button } from '../ui/button';
import { confirm } from '../ui/confirm';
import { type ApproachDraft, approachOf, draftOfApproach, emptyApproach } from './approach-draft';
import { ApproachForm } from './approach-form';
import { ApproachItem } from './approach-item';
import { useClaimWrite } from './use-claim-write';

type Props = { claim: Claim; now: string; disabled?: boolean };

/** Who is asked for a reply by default: the claimant, unless that is the publication itself. */
const partyOf = ({ claimant }: Claim): string =>
  claimant && claimant.type !== 'publication' ? [claimant.name, claimant.role].filter(Boolean).join(', ') : '';

const Heading = () => (
  <h3 id="reply-heading" className="text-sm font-semibold">
    Right of reply
  </h3>
);

/** Those asked for a reply, to read. */
export const RepliesRead = ({ claim, now }: Props) => (
  <section aria-labelledby="reply-heading" className="flex flex-col gap-2">
    <Heading />
    <ul className="flex flex-col divide-y border-t">
      {claim.approaches.map((approach) => (
        <li key={approach.id} className="py-2.5">
          <ApproachItem approach={approach} now={now} />
        </li>
      ))}
    </ul>
  </section>
);

/** Those asked for a reply to a claim, with the forms to record whom one asked and what came back. */
export function RightOfReply({ claim, now, disabled = false }: Props) {
  const checking = useChecking();
  const formOf = (id: string) => `${nameOf(checking, claim)}.approach.${id}`;
  const begun = (id: string) => kept(formOf(id)) !== null;
  const [open, setOpen] = useState<string | null>(
    () => ['new', ...claim.approaches.map(({ id }) => id)].find(begun) ?? null,
  );
  const { unmade, busy, trouble, write } = useClaimWrite(claim, ({ approaches }) => approaches);
  const close = () => setOpen(null);
  const done = async (request: Parameters<typeof write>[0]): Promise<boolean> => {
    const taken = await write(request);
    if (taken) close();
    return taken;
  };
  const add = (draft: ApproachDraft) =>
    done(({ key, person }) => call('addApproach', { params: { id: claim.id }, body: approachOf(draft), key, person }));
  const edit = ({ id }: Approach, draft: ApproachDraft) =>
    done((how) => call('editApproach', { params: { id }, body: approachOf(draft), ...how }));
  const remove = async ({ id, party }: Approach) => {
    const body = 'The record of it goes, and what readers are told of it. The log keeps that it was there.';
    if (await confirm({ title: `Delete that ${party} was asked?`, body, action: 'Delete it', danger: true }))
      await write((how) => call('removeApproach', { params: { id }, ...how }));
  };
  const form = { busy, trouble, onCancel: close };
  return (
    <section aria-labelledby="reply-heading" data-field="approaches" className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <Heading />
        {open !== 'new' && !disabled && (
          <Button size="sm" icon={<Plus aria-hidden />} disabled={unmade} onClick={() => setOpen('new')}>
            Record a request
          </Button>
        )}
      </div>
      {claim.approaches.length > 0 && (
        <ul className="flex flex-col divide-y border-t">
          {claim.approaches.map((approach) => (
            <li key={approach.id} className="py-2.5">
              {open === approach.id ? (
                <ApproachForm
                  {...form}
                  name={formOf(approach.id)}
                  initial={draftOfApproach(approach)}
                  action="Keep changes"
                  onDone={(draft) => edit(approach, draft)}
                />
              ) : (
                <ApproachItem
                  approach={approach}
                  now={now}
                  deeds={
                    disabled ? undefined : { edit: () => setOpen(approach.id), remove: () => void remove(approach) }
                  }
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {trouble && open === null && (
        <p role="alert" className="text-sm text-danger">
          {trouble}
        </p>
      )}
      {open === 'new' && !disabled && (
        <div className="border-t pt-3">
          <ApproachForm
            {...form}
            name={formOf('new')}
            initial={emptyApproach(partyOf(claim), new Date())}
            action="Record it"
            onDone={add}
          />
        </div>
      )}
    </section>
  );
}
