import type { ClaimKind } from '@/domain/claim';

/** What each kind of claim is called. */
export const kindWords: Record<ClaimKind, string> = {
  event: 'Event',
  number: 'Number',
  quotation: 'Quotation',
  cause: 'Cause',
  position: 'Position',
  media: 'Image or recording',
  prediction: 'Prediction',
  opinion: 'Opinion',
};
