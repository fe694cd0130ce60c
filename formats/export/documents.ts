import type { EditionClaim, Frame, Payload } from '@/domain/edition';
import { averitecOf } from './averitec';
import { claimReviewDocument, editionReviews } from './claim-review';
import { claimsTable } from './claims-table';
import { editionDocx } from './edition-docx';
import { editionMarkdown } from './edition-markdown';
import { annotationsOf, annotationsOfClaim } from './web-annotation';

/** A form in which an edition, or one claim of it, can be had: its file name is the last part of its address. */
export type ExportDocument = {
  name: string;
  /** what it is called in a list of forms */
  title: string;
  /** its media type */
  type: string;
  ofEdition: (payload: Payload, origin: string) => string | Promise<Uint8Array>;
  /** absent where it is of whole editions only */
  ofClaim?: (frame: Frame, claim: EditionClaim, origin: string) => string;
};

const json = (value: unknown): string => JSON.stringify(value);

/** Every document that is made of an edition's payload and of nothing else. `origin` is where the editions are served. */
export const exportDocuments: readonly ExportDocument[] = [
  {
    name: 'claimreview.json',
    title: 'ClaimReview (schema.org)',
    type: 'application/ld+json',
    ofEdition: (payload, origin) => json(editionReviews(payload, origin)),
    ofClaim: (frame, claim, origin) => json(claimReviewDocument(frame, claim, origin)),
  },
  {
    name: 'annotations.jsonld',
    title: 'Web Annotations (W3C)',
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    ofEdition: (payload, origin) => json(annotationsOf(payload, origin)),
    ofClaim: (frame, claim, origin) => json(annotationsOfClaim(frame, claim, origin)),
  },
  {
    name: 'averitec.json',
    title: 'AVeriTeC',
    type: 'application/json',
    ofEdition: (payload, origin) => json(averitecOf(payload, origin)),
  },
  {
    name: 'claims.csv',
    title: 'Table of claims (CSV)',
    type: 'text/csv; charset=utf-8; header=present',
    ofEdition: claimsTable,
  },
  {
    name: 'edition.md',
    title: 'Text (Markdown)',
    type: 'text/markdown; charset=utf-8',
    ofEdition: editionMarkdown,
  },
  {
    name: 'edition.docx',
    title: 'Text (Word)',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ofEdition: editionDocx,
  },
];
