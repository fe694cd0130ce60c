import { article, claim, edit, prove } from '@/test/checking';
import { newPerson, openDesk, value } from '@/test/desk';

const desk = await openDesk();
const { actor } = await newPerson('reviewer');
const under = await article(actor);
let made = await prove(
  actor,
  await claim(actor, under, '41,200 passengers in June', {
    verdict: 'true',
    rationale: 'The authority’s own table for June says so [1]. '.repeat(8),
  }),
);
const round = async (n: number) => {
  const began = process.cpuUsage();
  const t = performance.now();
  for (let i = 0; i < n; i += 1)
    made = value(
      await edit(actor, made, {
        statement: `The ferry carried ${41_000 + i} passengers in June, said ${Math.random().toString(36).slice(2, 8)}.`,
      }),
    );
  const { user, system } = process.cpuUsage(began);
  return [(user + system) / 1000 / n, (performance.now() - t) / n];
};
await round(300);
const all: number[][] = [];
for (let r = 0; r < 7; r += 1) all.push(await round(400));
const mid = (k: number) =>
  all
    .map((x) => x[k]!)
    .sort((a, b) => a - b)[3]!
    .toFixed(3);
console.log(process.cwd(), 'processor ms', mid(0), 'clock ms', mid(1));
const art: number[] = [];
for (let r = 0; r < 40; r += 1) {
  const b = process.cpuUsage();
  await article(actor, { text: under.text.repeat(20) });
  const { user, system } = process.cpuUsage(b);
  art.push((user + system) / 1000);
}
console.log('import of', under.text.length * 20, 'chars, processor ms', art.sort((a, b) => a - b)[20]);
await desk.close();
