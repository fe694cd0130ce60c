import { Glyph, glyphNames } from '@/components/ui/glyph';
import { tones } from '@/components/ui/tone';
export default function Page(){return <main className="p-8 max-w-measure bg-paper text-read font-serif text-ink">{tones.map((t,i)=><p key={t} data-tone={t}><span className="text-tone"><Glyph name={glyphNames[i%9]!}/> {t}</span> <mark className="bg-tone-wash text-ink">highlighted in the text</mark></p>)}</main>}
