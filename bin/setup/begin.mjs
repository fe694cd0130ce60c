import { SetupFailure } from './failure.mjs';
import { ensureInstalled } from './install.mjs';
import { root } from './root.mjs';
import { say } from './say.mjs';

/**
 * Every command starts here: the right Node, the checkout as working directory, the packages installed. A failure of
 * set-up is told in words; any other is a bug and keeps its stack.
 * @param {() => Promise<void>} work
 */
export async function begin(work) {
  try {
    requireNode();
    process.chdir(root);
    await ensureInstalled();
    await work();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    say(error.message);
    process.exit(1);
  }
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupFailure(
    `Stet needs Node 20.19 or newer, and this is ${process.versions.node}. Install a newer Node and run the command again.`,
  );
}
