import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import Link from 'next/link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { type Check, isBroken } from '@/domain/edition';
import { addressOfCheck } from './checks';

const looks = {
  holds: { icon: CircleCheck, ink: 'text-ok', word: 'Met: ' },
  broken: { icon: CircleAlert, ink: 'text-danger', word: 'Not met: ' },
  note: { icon: Info, ink: 'text-accent', word: 'To know: ' },
};

const lookOf = (check: Check) => (isBroken(check) ? looks.broken : check.blocking ? looks.holds : looks.note);

function Line({ check, articleId }: { check: Check; articleId: string }) {
  const { icon: Icon, ink, word } = lookOf(check);
  const address = addressOfCheck(articleId, check);
  return (
    <li className="flex gap-2.5 py-1.5">
      <Icon className={`mt-0.5 size-4 shrink-0 ${ink}`} aria-hidden />
      <span className="min-w-0 wrap-anywhere">
        <VisuallyHidden>{word}</VisuallyHidden>
        {address ? (
          <Link href={address} className="text-ink">
            {check.message}
          </Link>
        ) : (
          check.message
        )}
      </span>
    </li>
  );
}

/** What holds and what does not, each line about a claim leading to it. */
export const Checklist = ({ checks, articleId }: { checks: Check[]; articleId: string }) => (
  <ul className="divide-y border-y">
    {checks.map((check) => (
      <Line key={`${check.rule} ${check.claimId} ${check.message}`} check={check} articleId={articleId} />
    ))}
  </ul>
);
