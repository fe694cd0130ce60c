import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutFont } from '@/formats/export/cut-font';
import { fontCuts } from '@/formats/export/font-cuts';

/** `npm run fonts`: cuts the fonts of the public pages anew from the installed typefaces. */
const folder = join('formats', 'export', 'fonts');
const installed = join('node_modules', '@fontsource-variable');

for (const name of readdirSync(folder)) if (name.endsWith('.woff2')) rmSync(join(folder, name));
for (const cut of fontCuts) {
  const bytes = await cutFont(cut, readFileSync(join(installed, cut.source)));
  writeFileSync(join(folder, `${cut.stem}.woff2`), bytes);
  console.log(`${cut.stem}: ${bytes.length} bytes`);
}
