import { say } from '../setup/say.mjs';

/** One Ctrl-C under npm arrives twice, from the terminal and from npm; a person's second one comes later. */
const sameKeystroke = 500;

/** On SIGTERM or SIGINT ends cleanly and exits with 0; a second signal ends at once. */
export function stopOnSignal(end: () => Promise<void>): void {
  let firstAt = 0;
  const onSignal = async () => {
    const now = performance.now();
    if (firstAt > 0 && now - firstAt < sameKeystroke) return;
    if (firstAt > 0) process.exit(1);
    firstAt = now;
    say('Finishing what is under way …');
    await end();
    say('Stopped.');
    process.exit(0);
  };
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
}

/**
 * A promise that nobody waited for is a bug, but no reason to end everybody's work: it is written down. After an
 * exception that nobody caught the process cannot be trusted, so it ends as it would on a signal, with 1.
 */
export function outliveRejections(end: () => Promise<void>): void {
  process.on('unhandledRejection', (reason) => console.error(reason));
  process.once('uncaughtException', async (error) => {
    console.error(error);
    await end().catch(console.error);
    process.exit(1);
  });
}
