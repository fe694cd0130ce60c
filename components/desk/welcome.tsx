import { Plus } from 'lucide-react';
import { LinkButton } from '../ui/button';

const steps = [
  [
    'Bring in an article',
    'Paste its text or upload it. Stet recognises the headline, the date and the byline, and sets aside what is not article.',
  ],
  [
    'Highlight its claims',
    'Select words and press C. Give each claim a statement that stands alone, its evidence, a verdict and a rationale.',
  ],
  ['Have them approved', 'Submit a claim; somebody who did not work on it approves it or returns it with a note.'],
  ['Publish the edition', 'Readers get the article with its checked claims, at an address that keeps.'],
] as const;

/** The desk before its first article: what this place is for, and the one next action. */
export const Welcome = ({ name }: { name: string }) => (
  <div className="mx-auto flex max-w-2xl flex-col gap-8 px-4 py-12 sm:px-6 sm:py-16">
    <div className="flex flex-col gap-3">
      <h1 className="font-serif text-2xl leading-tight font-semibold wrap-anywhere">Welcome, {name}</h1>
      <p className="text-md text-ink-soft">This is the desk: what waits for you, and every article under check.</p>
    </div>
    <ol className="flex flex-col border-t">
      {steps.map(([title, text], index) => (
        <li key={title} className="grid grid-cols-[2rem_1fr] gap-x-3 border-b py-4">
          <span className="font-serif text-lg leading-tight text-ink-faint" aria-hidden>
            {index + 1}
          </span>
          <div className="flex flex-col gap-0.5">
            <h2 className="font-semibold">{title}</h2>
            <p className="text-ink-soft">{text}</p>
          </div>
        </li>
      ))}
    </ol>
    <div>
      <LinkButton href="/articles/new" variant="primary" icon={<Plus aria-hidden />}>
        Bring in the first article
      </LinkButton>
    </div>
  </div>
);
