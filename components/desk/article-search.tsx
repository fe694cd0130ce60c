import { Search } from 'lucide-react';
import { articleStates } from '@/domain/article';
import { buttonLook, LinkButton } from '../ui/button';
import { inputLook } from '../ui/input-look';

const stateWords = { checking: 'Being checked', published: 'Published', closed: 'Closed' } as const;

/** Finds articles by words and state: a plain form, so that what was searched is an address one can share. */
export const ArticleSearch = ({ q, state }: { q?: string; state?: string }) => (
  <search className="max-sm:w-full">
    <form action="/" className="flex flex-wrap items-center gap-2 sm:flex-nowrap">
      <input
        type="search"
        name="q"
        dir="auto"
        defaultValue={q}
        maxLength={200}
        aria-label="Words of headline, publication or byline"
        placeholder="Headline, publication, byline"
        className={`${inputLook} min-h-9 sm:w-60`}
      />
      <select name="state" defaultValue={state ?? ''} aria-label="State" className={`${inputLook} min-h-9 w-auto!`}>
        <option value="">All</option>
        {articleStates.map((each) => (
          <option key={each} value={each}>
            {stateWords[each]}
          </option>
        ))}
      </select>
      <button type="submit" className={buttonLook()}>
        <Search aria-hidden />
        Find
      </button>
      {(q || state) && (
        <LinkButton href="/" variant="quiet">
          Show all
        </LinkButton>
      )}
    </form>
  </search>
);
