/** An element with its attributes and what it holds, ready to stand in another. */
export type Xml = { readonly xml: string };

// what XML 1.0 cannot hold at all, even escaped
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
const UNHOLDABLE = /[\u0000-\u0008\u000B\f\u000E-\u001F\uFFFE\uFFFF]/g;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** A text without what XML cannot hold. */
export const holdable = (text: string): string => text.replace(UNHOLDABLE, '').toWellFormed();

const escaped = (text: string): string => holdable(text).replace(/[&<>"\r]/g, (sign) => entities[sign] ?? sign);

/** An element: attributes that are null are left out, texts are escaped. */
export function element(
  name: string,
  attributes: Record<string, string | null>,
  ...children: (Xml | string | null)[]
): Xml {
  const given = Object.entries(attributes).filter(([, value]) => value !== null);
  const start = [name, ...given.map(([key, value]) => `${key}="${escaped(value ?? '')}"`)].join(' ');
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : (child?.xml ?? ''))).join('');
  return { xml: inner === '' ? `<${start}/>` : `<${start}>${inner}</${name}>` };
}

/** A whole document. */
export const xmlDocument = ({ xml }: Xml): string => `<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`;
