import { strToU8, zipSync } from 'fflate';
import type { Given, ImportedArticle } from '@/formats/import';
import type { Foreign } from '@/formats/import/foreign';
import { readForeign } from '@/formats/import/read';

export const utf8 = (text: string) => new TextEncoder().encode(text);
export const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
export const utf16 = (text: string, bigEndian: boolean) =>
  Uint8Array.from(
    [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))].flatMap((unit) =>
      bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
    ),
  );

/** What foreign content is read as; throws when it is refused. */
export async function read(foreign: Foreign, given: Given = {}): Promise<ImportedArticle> {
  const result = await readForeign(foreign, given);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** The rule by which foreign content is refused; null when it is not. */
export async function ruleOf(foreign: Foreign): Promise<string | null> {
  const result = await readForeign(foreign, {});
  return result.ok ? null : (result.refusal.problems[0]?.rule ?? null);
}

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const main = `${docxType}.main+xml`;
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a Word document: `body` is the XML of its paragraphs, `links` the addresses by relationship id. */
export const docxParts = (body: string, links: Record<string, string> = {}): Record<string, string> => ({
  '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
  '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdN" Type="${relations}/numbering" Target="numbering.xml"/><Relationship Id="rIdS" Type="${relations}/styles" Target="styles.xml"/>${Object.entries(
    links,
  )
    .map(([id, to]) => `<Relationship Id="${id}" Type="${relations}/hyperlink" Target="${to}" TargetMode="External"/>`)
    .join('')}</Relationships>`,
  'word/numbering.xml': `<?xml version="1.0"?><w:numbering ${word}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
  'word/styles.xml': `<?xml version="1.0"?><w:styles ${word}>${['Title', 'heading 2', 'Quote', 'caption']
    .map(
      (name) => `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`,
    )
    .join('')}</w:styles>`,
  'word/document.xml': `<?xml version="1.0"?><w:document ${word} xmlns:r="${relations}"><w:body>${body}</w:body></w:document>`,
});

export const zipped = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );

export const run = (text: string, set = '') =>
  `<w:r><w:rPr>${set}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const para = (runs: string, style = '', list = 0) =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${list ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>` : ''}</w:pPr>${runs}</w:p>`;

/** A Word document with a title, a heading, emphasis, a link, lists, a quotation, a table and a caption. */
export const sampleDocx = (): Uint8Array =>
  zipped(
    docxParts(
      [
        para(run('Mill reopens after nine years'), 'Title'),
        para(run('By Ana Pruitt')),
        para(
          `${run('The mill at Corran ')}${run('reopened', '<w:b/>')}${run(' on Monday with 41 ')}${run('workers', '<w:i/>')}${run('.')}`,
        ),
        para(run('What it makes'), 'heading2'),
        para(
          `${run('See ')}<w:hyperlink r:id="rId9">${run('the figures')}</w:hyperlink><w:hyperlink r:id="rId8">${run(' here')}</w:hyperlink>${run('.')}`,
        ),
        para(run('Flour for bakers'), '', 1),
        para(run('Bran for horses'), '', 1),
        para(run('First the wheel'), '', 2),
        para(run('Then the stones'), '', 2),
        para(run('We never sold the stones.'), 'Quote'),
        `<w:tbl><w:tr><w:tc>${para(run('Year'))}</w:tc><w:tc>${para(run('Tonnes'))}</w:tc></w:tr><w:tr><w:tc>${para(run('2025'))}</w:tc><w:tc>${para(run('310'))}</w:tc></w:tr></w:tbl>`,
        para(run('The mill in 1931.'), 'caption'),
      ].join(''),
      { rId9: 'https://corran.example/figures', rId8: 'javascript:alert(1)' },
    ),
  );
