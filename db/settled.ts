import { readConfig } from '@/domain/config';

export type Settled = { secret: string; origin: string | null; port: number; fetchAllow: readonly string[] };
let known: Settled | undefined;

/** The configuration that signing in and fetching depend on; the command that runs this process has settled and checked it. */
export function settled(): Settled {
  known ??= read();
  return known;
}

function read(): Settled {
  const config = readConfig(process.env);
  if (!config.ok) throw new Error(config.refusal.problems.map(({ message }) => message).join(' '));
  const { secret, origin, port, fetchAllow } = config.value;
  if (!secret) throw new Error('STET_SECRET is not set: settle the configuration before anybody signs in.');
  return { secret, origin, port, fetchAllow };
}
