import { sentence, take } from './checks/step.mjs';
import { steps } from './checks/steps.mjs';
import { begin } from './setup/begin.mjs';
import { seconds } from './setup/say.mjs';

/**
 * `npm test`: every check there is, with its own set-up. --quick takes only those that need neither pages nor browser
 * (`npm run check`); --soak runs counted trials in full (`npm run soak`).
 */
const has = (/** @type {string} */ flag) => process.argv.includes(flag);
if (has('--soak')) process.env.STET_SOAK = '1';

await begin(async () => {
  const outcomes = [];
  for (const step of steps) if (step.quick || !has('--quick')) outcomes.push(await take(step));
  const total = { passed: 0, failed: 0, skipped: 0 };
  console.log('');
  for (const outcome of outcomes) {
    for (const count of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[count] += outcome[count];
    console.log(`  ${outcome.name.padEnd(28)}${seconds(outcome.milliseconds).padStart(9)}   ${sentence(outcome)}`);
  }
  console.log(`\n${sentence(total)}`);
  for (const { name, why } of outcomes.flatMap(({ failures }) => failures)) console.log(`\n  ${name}\n    ${why}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
});
