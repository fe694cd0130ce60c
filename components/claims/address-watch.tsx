'use client';
import { RefreshCw } from 'lucide-react';
import type { Article } from '@/domain/article';
import type { Watch, WatchInterval } from '@/domain/watch';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { RelativeTime } from '../ui/relative-time';
import { Select } from '../ui/select';
import { FoundText } from './found-text';
import { useWatch } from './use-watch';

const intervals: { value: WatchInterval | 'off'; label: string }[] = [
  { value: 'off', label: 'Off' },
  { value: 'hourly', label: 'Every hour' },
  { value: 'six-hourly', label: 'Every six hours' },
  { value: 'daily', label: 'Every day' },
];

/** What the last look at the address came to, in words. */
function Outcome({ watch: { checkedAt, outcome, problem } }: { watch: Watch }) {
  if (checkedAt === null) return 'Not checked yet';
  return (
    <>
      Checked <RelativeTime at={checkedAt} />: {outcome === 'refused' ? problem : outcome}
    </>
  );
}

/** Has the address of an article looked at by schedule or now, and shows what was found there. */
export function AddressWatch({ article }: { article: Article }) {
  const { watch, trouble, busy, set, check, reload } = useWatch(article.id);
  if (article.url === null) return null;
  return (
    <section className="mt-4 flex flex-col gap-3 border-t pt-4" aria-label="Watch this address">
      <div className="flex items-end gap-3">
        <Field label="Watch this address" className="flex-1">
          <Select
            value={watch?.every ?? 'off'}
            options={intervals}
            disabled={watch === null || busy !== null}
            onChange={(every) => void set(every === 'off' ? null : every)}
          />
        </Field>
        <Button icon={<RefreshCw aria-hidden />} busy={busy === 'checking'} onClick={() => void check()}>
          Check now
        </Button>
      </div>
      <p className="text-sm text-ink-soft" role="status">
        {busy === 'checking' ? 'Checking; at most 15 seconds' : watch && <Outcome watch={watch} />}
      </p>
      {trouble && (
        <Notice kind="danger" live>
          {trouble}
        </Notice>
      )}
      {watch?.found && <FoundText article={article} head={watch.found} onDone={() => void reload()} />}
    </section>
  );
}
