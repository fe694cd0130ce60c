import { spawn } from 'node:child_process';
import { begin } from './setup/begin.mjs';
import { SetupFailure } from './setup/failure.mjs';
import { passSignalsTo } from './setup/process.mjs';

/** `node bin/run.mjs NAME …`: a command that needs no server, written in TypeScript. */
const commands = new Map([
  ['admin', 'bin/admin.ts'],
  ['demo', 'bin/demo.ts'],
  ['bench', 'test/bench/index.ts'],
  ['fonts', 'bin/fonts.ts'],
]);

const [name = '', ...args] = process.argv.slice(2);

await begin(async () => {
  const file = commands.get(name);
  if (!file)
    throw new SetupFailure(`There is no command "${name}". Choose one of: ${[...commands.keys()].join(', ')}.`);
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: 'inherit' });
  passSignalsTo(child);
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
});
