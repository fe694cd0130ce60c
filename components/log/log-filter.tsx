import type { LogFilter as Filter } from '@/domain/contract/activity';
import { buttonLook, LinkButton } from '../ui/button';
import { inputLook } from '../ui/input-look';
import { kindName } from './log-words';

type Props = {
  filter: Filter;
  /** what the person who looks may be shown */
  kinds: readonly string[];
  names: Record<string, string>;
  /** the title of the article that the filter names */
  article: string | null;
};

const label = 'flex min-w-0 flex-col gap-1 text-sm font-semibold';
const input = `${inputLook} min-h-9 font-normal`;

/** Narrows the log down: a plain form, so that what was looked for is an address one can share. */
export const LogFilter = ({ filter, kinds, names, article }: Props) => (
  <form action="/log" className="flex flex-wrap items-end gap-x-3 gap-y-2 print:hidden">
    <label className={label}>
      What
      <select name="kind" defaultValue={filter.kind ?? ''} className={`${input} w-44`}>
        <option value="">Everything</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindName(kind)}
          </option>
        ))}
      </select>
    </label>
    <label className={label}>
      Who
      <select name="by" defaultValue={filter.by ?? ''} className={`${input} w-44`}>
        <option value="">Anybody</option>
        {Object.entries(names).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
    {(['from', 'to'] as const).map((end) => (
      <label key={end} className={label}>
        {end === 'from' ? 'From' : 'To'}
        <input type="date" name={end} defaultValue={filter[end]} className={`${input} w-40`} />
      </label>
    ))}
    {filter.article && (
      <label className="flex min-h-9 items-center gap-2 text-sm">
        <input type="checkbox" name="article" value={filter.article} defaultChecked />
        <span className="wrap-anywhere">
          Only <bdi>{article ?? 'one article'}</bdi>
        </span>
      </label>
    )}
    <button type="submit" className={buttonLook()}>
      Show
    </button>
    {Object.keys(filter).length > 0 && (
      <LinkButton href="/log" variant="quiet">
        Show all
      </LinkButton>
    )}
  </form>
);
