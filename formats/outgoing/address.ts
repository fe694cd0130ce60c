import ipaddr from 'ipaddr.js';

/** Public by its number, but where one cloud answers its own machines (its agent hands out certificates there). */
const cloudOnly = new Set(['168.63.129.16']);

/** Where the world's IPv6 addresses are given out from (IANA); what lies outside is for some special use. */
const given: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Whether an IP address belongs to the open web: not private, loopback, link-local, multicast, reserved or shared, not
 * the metadata service of a cloud, and no IPv6 address that carries an IPv4 one inside (mapped, compatible, NAT64,
 * 6to4, Teredo), whatever that one is. The ranges are those of IANA's registries, as ipaddr.js keeps them.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || cloudOnly.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(given);
}

/** Whether a host, as `URL` writes it without brackets, is an address and no name. */
export const isAddress = (host: string): boolean => ipaddr.isValid(host);
