import type { ComponentProps } from 'react';
import { ClaimHistory } from './claim-history';
import { ClaimRevisions } from './claim-revisions';

type Props = ComponentProps<typeof ClaimHistory> & {
  /** whether the article's text was ever changed */ revised: boolean;
};

/** Everything that was done to a claim, and where it stood in each revision. */
export const ClaimRecord = ({ revised, ...given }: Props) => (
  <>
    {revised && <ClaimRevisions claimId={given.claimId} names={given.names} version={given.version} />}
    <ClaimHistory {...given} />
  </>
);
