import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { confirm } from '@/components/ui/confirm';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import { minutesLate, type Schedule } from '@/domain/schedule';
import { claimAddress } from './checks';
import { ScheduleForm } from './schedule-form';

type Props = {
  schedule: Schedule | null;
  /** the number of the next edition */
  number: number;
  articleId: string;
  names: Readonly<Record<string, string>>;
  maySchedule: boolean;
  busy: boolean;
  onSchedule: (at: string) => void;
  onTakeBack: () => void;
};

const late = (schedule: Schedule): string => {
  const minutes = minutesLate(schedule);
  const hours = Math.floor(minutes / 60);
  if (hours > 0) return hours === 1 ? 'more than an hour' : `more than ${hours} hours`;
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
};

/** The edition that waits for its hour, or what became of the last: with the ways to choose another and to take it back. */
export function SchedulePart(props: Props) {
  const { schedule, number, maySchedule, busy, onSchedule } = props;
  const [changing, setChanging] = useState(false);
  const waits = schedule?.state === 'waiting';
  const schedules = (at: string) => {
    setChanging(false);
    onSchedule(at);
  };
  const form = (label: string) => (
    <ScheduleForm label={label} at={waits ? schedule.at : null} busy={busy} onSchedule={schedules} />
  );
  return (
    <div className="flex flex-col gap-3">
      {schedule && <Standing {...props} schedule={schedule} onChange={() => setChanging(!changing)} />}
      {waits && changing && form('Let it come out then')}
      {!waits && maySchedule && (
        <details>
          <summary className="cursor-pointer py-1">Publish at a time instead of now</summary>
          {form(`Schedule edition ${number}`)}
        </details>
      )}
      {!schedule && !maySchedule && <p className="text-ink-soft">No edition is scheduled.</p>}
    </div>
  );
}

type StandingProps = Props & { schedule: Schedule; onChange: () => void };

function Standing(props: StandingProps) {
  const { schedule } = props;
  if (schedule.state === 'waiting') return <Waiting {...props} />;
  if (schedule.state === 'failed') return <Failed {...props} />;
  return <Out {...props} />;
}

const nameIn = ({ schedule, names }: StandingProps): string => names[schedule.scheduledBy] ?? 'Somebody';

function Waiting(props: StandingProps) {
  const { schedule, maySchedule, busy, onTakeBack, onChange } = props;
  const { at, number, note } = schedule;
  const takeBack = async () => {
    const body = `Edition ${number} will not come out by itself. What is approved stays as it is.`;
    if (await confirm({ title: 'Take the edition back?', body, action: 'Take it back' })) onTakeBack();
  };
  const title = (
    <>
      Edition {number} comes out <LocalTime at={at} />
    </>
  );
  const actions = maySchedule && (
    <>
      <Button size="sm" onClick={onChange}>
        Another time
      </Button>
      <Button size="sm" onClick={takeBack} busy={busy}>
        Take it back
      </Button>
    </>
  );
  return (
    <Notice title={title} actions={actions}>
      <p>
        Scheduled by {nameIn(props)}, in whose name it is published. Everything is checked again then: what is approved
        goes out, and where a claim that was seen would be missing or have another verdict, nothing does.
      </p>
      {note && (
        <p className="wrap-anywhere" dir="auto">
          {note}
        </p>
      )}
    </Notice>
  );
}

const PutAway = ({ maySchedule, busy, onTakeBack }: StandingProps) =>
  maySchedule && (
    <Button size="sm" onClick={onTakeBack} busy={busy}>
      Put this word away
    </Button>
  );

function Failed(props: StandingProps) {
  const { schedule, articleId } = props;
  const title = (
    <>
      Edition {schedule.number} did not come out at its hour, <LocalTime at={schedule.at} />
    </>
  );
  return (
    <Notice kind="danger" title={title} actions={<PutAway {...props} />}>
      <p>Scheduled by {nameIn(props)}. Nothing was published:</p>
      <ul className="list-disc pl-5">
        {schedule.problems.map(({ rule, message, claimId }) => (
          <li key={`${rule} ${message}`} className="wrap-anywhere">
            {claimId ? <Link href={claimAddress(articleId, claimId)}>{message}</Link> : message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Out(props: StandingProps) {
  const { schedule } = props;
  const { at, number } = schedule;
  if (minutesLate(schedule) === 0) {
    return (
      <p className="text-ink-soft">
        Edition {number} came out as scheduled, <LocalTime at={at} />.
      </p>
    );
  }
  return (
    <Notice kind="warn" title={`Edition ${number} came out ${late(schedule)} late`} actions={<PutAway {...props} />}>
      <p>
        It was to come out <LocalTime at={at} />, when no server of the desk was running.
      </p>
    </Notice>
  );
}
