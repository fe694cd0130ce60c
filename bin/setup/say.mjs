/**
 * Tells the person at the terminal what set-up is doing. Always on stderr, so that stdout holds only what a
 * command answers (`npm run --silent admin` prints JSON there and nothing else).
 * @param {string} line
 */
export const say = (line) => void process.stderr.write(`  ${line}\n`);

/**
 * Says that a step has begun and, when it has ended, how long it took.
 * @template T
 * @param {string} what a sentence without its full stop, such as "Building the pages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function timed(what, work) {
  say(`${what} …`);
  const began = performance.now();
  const result = await work();
  say(`${what}: done in ${seconds(performance.now() - began)}.`);
  return result;
}

/** @param {number} milliseconds */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
