import { readConfig } from '@/domain/config';
import type { MailConfig } from '@/domain/mail-server';

export type Settled = {
  secret: string;
  origin: string | null;
  port: number;
  fetchAllow: readonly string[];
  mail: MailConfig | null;
};
let known: Settled | undefined;

/** The configuration that signing in and fetching depend on; the command that runs this process has settled and checked it. */
export function settled(): Settled {
  known ??= read();
  return known;
}

function checked() {
  const config = readConfig(process.env);
  if (!config.ok) throw new Error(config.refusal.problems.map(({ message }) => message).join(' '));
  return config.value;
}

/** Where this desk's editions are published; null while it serves one machine alone. Asks for no secret: commands may. */
export const publicOrigin = (): string | null => checked().origin;

function read(): Settled {
  const { secret, origin, port, fetchAllow, mail } = checked();
  if (!secret) throw new Error('STET_SECRET is not set: settle the configuration before anybody signs in.');
  return { secret, origin, port, fetchAllow, mail };
}
