import type { Resolved } from '@/formats/outgoing/hop';

/** One way to make a server read what is not on the open web: its name, the address, and what names stand for. */
export type Evasion = [name: string, address: string, stands?: string[]];

const named = 'http://page.example/';

/** What must never be fetched, however it is written. All of it is well known from attacks on other programs. */
export const evasions: Evasion[] = [
  // plain
  ['this very machine', 'http://127.0.0.1/'],
  ['another of its loopback addresses', 'http://127.8.9.10/'],
  ['its name', 'http://localhost/'],
  ['its name in capitals', 'http://LOCALHOST/'],
  ['its name with a trailing dot', 'http://localhost./'],
  ['a name below its name', 'http://desk.localhost/'],
  ['every address of this machine', 'http://0.0.0.0/'],
  ['a network of zero', 'http://0.1.2.3/'],
  ['a private network of class A', 'http://10.0.0.5/'],
  ['a private network of class B', 'http://172.16.0.1/'],
  ['the end of that range', 'http://172.31.255.255/'],
  ['a private network of class C', 'http://192.168.1.1/'],
  ['a link-local address', 'http://169.254.1.1/'],
  ['the metadata service of most clouds', 'http://169.254.169.254/latest/meta-data/'],
  ['a cloud’s metadata service by name', 'http://metadata.google.internal/'],
  ['Alibaba’s metadata service', 'http://100.100.100.200/'],
  ['Oracle’s metadata service', 'http://192.0.0.192/'],
  ['Azure’s agent at a public number', 'http://168.63.129.16/'],
  ['a provider’s shared addresses', 'http://100.64.0.1/'],
  ['a multicast address', 'http://224.0.0.1/'],
  ['a reserved address', 'http://240.0.0.1/'],
  ['everybody on the network', 'http://255.255.255.255/'],
  ['a network for benchmarks', 'http://198.18.0.1/'],
  ['a network for documentation', 'http://192.0.2.1/'],
  ['the anycast of 6to4 relays', 'http://192.88.99.1/'],
  ['a name of the local network', 'http://printer.local/'],
  ['a name inside a company', 'http://wiki.internal/'],
  ['a name of a home network', 'http://router.home.arpa/'],
  // written otherwise
  ['a decimal number', 'http://2130706433/'],
  ['an octal number', 'http://017700000001/'],
  ['a hexadecimal number', 'http://0x7f000001/'],
  ['octal parts', 'http://0177.0.0.1/'],
  ['hexadecimal parts', 'http://0x7f.0x0.0x0.0x1/'],
  ['parts of several kinds', 'http://0x7f.0.0.01/'],
  ['a short form of two parts', 'http://127.1/'],
  ['a short form of three parts', 'http://10.0.5/'],
  ['a part of 16 bits', 'http://192.168.257/'],
  ['zeros in front', 'http://0000000177.0.0.1/'],
  ['a zero alone', 'http://0/'],
  ['a trailing dot', 'http://127.0.0.1./'],
  ['full-width digits', 'http://１２７.０.０.１/'],
  ['circled digits', 'http://①②⑦.⓪.⓪.①/'],
  ['ideographic full stops', 'http://127。0。0。1/'],
  ['half-width ideographic full stops', 'http://127｡0｡0｡1/'],
  ['mathematical letters', 'http://𝓁𝑜𝒸𝒶𝓁𝒽𝑜𝓈𝓉/'],
  ['a soft hyphen inside', 'http://local\u00ADhost/'],
  ['percent signs', 'http://%31%32%37.0.0.1/'],
  ['a tab inside', 'http://127.0.\t0.1/'],
  ['backslashes', 'http:\\\\127.0.0.1\\'],
  ['a single slash', 'http:/127.0.0.1/'],
  ['spaces around', '  http://127.0.0.1/  '],
  // IPv6, and IPv4 inside it
  ['IPv6 loopback', 'http://[::1]/'],
  ['IPv6 loopback in full', 'http://[0000:0000:0000:0000:0000:0000:0000:0001]/'],
  ['IPv6 for every address', 'http://[::]/'],
  ['an IPv4-mapped address', 'http://[::ffff:127.0.0.1]/'],
  ['the same in hexadecimal', 'http://[::ffff:7f00:1]/'],
  ['a mapped metadata service', 'http://[::ffff:a9fe:a9fe]/'],
  ['an IPv4-compatible address', 'http://[::127.0.0.1]/'],
  ['a translated address (SIIT)', 'http://[::ffff:0:127.0.0.1]/'],
  ['NAT64', 'http://[64:ff9b::127.0.0.1]/'],
  ['a network’s own NAT64', 'http://[64:ff9b:1::10.0.0.1]/'],
  ['6to4', 'http://[2002:7f00:1::]/'],
  ['Teredo', 'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/'],
  ['an IPv6 link-local address', 'http://[fe80::1]/'],
  ['a unique local address', 'http://[fd12:3456:789a::1]/'],
  ['a metadata service over IPv6', 'http://[fd00:ec2::254]/'],
  ['a site-local address', 'http://[fec0::1]/'],
  ['IPv6 multicast', 'http://[ff02::1]/'],
  ['IPv6 for documentation', 'http://[2001:db8::1]/'],
  ['IPv6 that is given to nobody', 'http://[4000::1]/'],
  // names
  ['a name that stands for loopback', named, ['127.0.0.1']],
  ['a name that stands for a private network', named, ['10.1.2.3']],
  ['a name that stands for the metadata service', named, ['169.254.169.254']],
  ['a name with a private address among public ones', named, ['93.184.215.14', '192.168.0.1']],
  ['a name that stands for IPv6 loopback', named, ['::1']],
  ['a name that stands for a mapped address', named, ['::ffff:10.0.0.1']],
  ['a name that stands for a link-local address with a zone', named, ['fe80::1%eth0']],
  ['a name that stands for nothing that is an address', named, ['not an address']],
  ['a name with ideographic full stops for a private network', 'http://page。example/', ['10.0.0.1']],
  // around the host
  ['a name and password before a public host', 'http://user:pass@page.example/', ['93.184.215.14']],
  ['a public host as user name', 'http://page.example@127.0.0.1/'],
  ['a public host as user name, with a backslash', 'http://page.example\\@127.0.0.1/', ['10.0.0.1']],
  ['the port of a database', 'http://page.example:5432/', ['93.184.215.14']],
  ['the port of mail', 'https://page.example:25/', ['93.184.215.14']],
  ['port zero', 'http://page.example:0/', ['93.184.215.14']],
  // no web address
  ['a file', 'file:///etc/passwd'],
  ['a file of another machine', 'file://10.0.0.1/share'],
  ['gopher', 'gopher://127.0.0.1:6379/_PING'],
  ['FTP', 'ftp://page.example/'],
  ['a dictionary server', 'dict://127.0.0.1:11211/stats'],
  ['data', 'data:text/plain,hello'],
  ['a script', 'javascript:alert(1)'],
  ['a socket', 'ws://page.example/'],
  ['no scheme at all', '//127.0.0.1/'],
  ['a host of nothing', 'http://./'],
  ['an address of 9,000 characters', `http://page.example/${'a'.repeat(9000)}`],
];

/** A resolution of names in which every name stands for these addresses; it counts how often it was asked. */
export function standing(addresses: string[]) {
  const asked: string[] = [];
  const resolve = async (host: string): Promise<Resolved[]> => {
    asked.push(host);
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return { asked, resolve };
}
