/** How far people who judge the same claims independently agree, beyond what chance would bring about. */
export { krippendorffAlpha } from './alpha';
export { type Interval, intervalOf } from './bootstrap';
export { confusionOf, type Pair } from './confusion';
export { cohenKappa, shareAgreed } from './kappa';
export { type Agreement, agreementOf, type Figure } from './report';
