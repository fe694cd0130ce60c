import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import type { Kept } from './use-kept';

type Props = {
  work: Pick<Kept<object>, 'safe' | 'restored'>;
  /** what was begun: "import" */
  what: string;
  /** what stores it: "Import it" */
  store: string;
  /** what throws it away: "Start over" */
  discard: string;
  onDiscard: () => void;
};

/** Says that work was taken up again where it was left, or that this browser cannot keep work of this length. */
export function KeptNotice({ work, what, store, discard, onDiscard }: Props) {
  if (!work.safe) {
    return (
      <Notice kind="warn" live title="This text is too long for this browser to keep">
        {store} before you close or reload this page.
      </Notice>
    );
  }
  if (!work.restored) return null;
  return (
    <Notice
      title={`You began this ${what} earlier`}
      actions={
        <Button size="sm" onClick={onDiscard}>
          {discard}
        </Button>
      }
    >
      It was kept in this browser. Go on where you were.
    </Notice>
  );
}
