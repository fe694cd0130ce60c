import { parseArgs } from 'node:util';
import { closeDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import type { Result } from '@/domain/result';
import { commands, type Outcome, type Values } from './admin/commands';
import { isCommand, optionsOf, usage, WrongUsage } from './admin/usage';
import { settleConfiguration } from './server/configuration';
import { localOrigin } from './server/listen';
import { root } from './setup/root.mjs';

/** `npm run --silent admin -- …`: what an administrator does at the server itself. See `admin/usage.ts`. */
async function main(args: string[]): Promise<number> {
  try {
    const { name, values } = asked(args);
    return told(await run(name, values));
  } catch (thrown) {
    if (!(thrown instanceof WrongUsage)) throw thrown;
    console.error(`${thrown.message}\n\n${usage}`);
    return 1;
  } finally {
    await closeDatabase();
  }
}

function asked(args: string[]) {
  const words = args.slice(0, args.findIndex((word) => word.startsWith('-')) >>> 0);
  const name = words.join(' ');
  if (!isCommand(name)) throw new WrongUsage(name === '' ? 'Name a command.' : `There is no command “${name}”.`);
  try {
    const { values } = parseArgs({ args: args.slice(words.length), options: optionsOf[name], strict: true });
    return { name, values: values as Values };
  } catch (thrown) {
    throw new WrongUsage(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

async function run(name: keyof typeof commands, values: Values): Promise<Result<Outcome>> {
  const config = settleConfiguration(process.env, root);
  if (!config.ok) return config;
  await migrate();
  const { origin, host, port } = config.value;
  return commands[name](values, origin ?? localOrigin(host, port));
}

function told(result: Result<Outcome>): number {
  if (!result.ok) {
    for (const { message } of result.refusal.problems) console.error(message);
    return 1;
  }
  const { print, wrong } = result.value;
  console.log(JSON.stringify(print));
  if (wrong) console.error(wrong);
  return wrong ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
