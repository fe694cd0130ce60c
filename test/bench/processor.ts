import { existsSync, readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second, whatever the machine. */
const TICK = 10;

/**
 * The processor's time that a process has used, in ms; NaN where the system does not tell. Unlike the clock it does
 * not run while other work has the machine.
 */
export function processorTime(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}
