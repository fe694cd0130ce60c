import { getDomain } from 'tldts';
import { originalAddress } from './publishers';

/**
 * The registrable domain of an address, or of what it is an archived copy of: `gov.example` for `www.gov.example`, and of blogs
 * of one host each its own where the host gives each a name of its own. Null where the address has none. Needs the Public Suffix
 * List, which is larger than all the other standards: a browser is told each source's site by the server instead.
 */
export const siteOf = (url: string): string | null => getDomain(originalAddress(url), { allowPrivateDomains: true });
