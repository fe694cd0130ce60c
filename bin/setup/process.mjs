import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { root } from './root.mjs';

/**
 * A mark of the process that has this id now, or null when there is none. Ids are used again after a while; the
 * time at which a process began tells the two apart.
 * @param {number} pid
 * @returns {string | null}
 */
export function processMark(pid) {
  if (!alive(pid)) return null;
  if (process.platform === 'win32') return 'alive';
  try {
    return process.platform === 'linux' ? markFromProc(pid) : markFromPs(pid);
  } catch {
    return null; // it ended between the two looks
  }
}

/** @param {number} pid */
function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'; // somebody else's process, yet alive
  }
}

/** proc(5): after the name in brackets come the state (field 3) and, as field 22, the start in clock ticks since boot.
 * @param {number} pid */
function markFromProc(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : `ticks-${fields[19]}`;
}

/** @param {number} pid */
const markFromPs = (pid) => execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();

/**
 * @typedef {{ code: number, output: string }} Ended how a command ended, with all it printed
 * @typedef {{ env?: Record<string, string | undefined>, show?: boolean, onStart?: (pid: number) => void }} Run
 */

/**
 * Runs a command in the checkout and resolves when it has ended. What it prints is kept, and shown on stderr too
 * when asked. A signal to this process is passed on, and the command is waited for.
 * @param {string} command
 * @param {string[]} args
 * @param {Run} [options]
 * @returns {Promise<Ended>}
 */
export function run(command, args, { env = {}, show = false, onStart } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command.endsWith('.cmd'),
    });
    /** @type {string[]} */
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        printed.push(text);
        if (show) process.stderr.write(text);
      });
    }
    const passedOn = passSignalsTo(child);
    child.once('spawn', () => child.pid && onStart?.(child.pid));
    child.once('error', (error) => {
      passedOn.stop();
      reject(error);
    });
    child.once('close', (code) => {
      passedOn.stop();
      if (passedOn.signal) process.kill(process.pid, passedOn.signal);
      else resolve({ code: code ?? 1, output: printed.join('') });
    });
  });
}

/**
 * While a child runs, a signal meant for us ends it first.
 * @param {import('node:child_process').ChildProcess} child
 */
export function passSignalsTo(child) {
  /** @type {{ signal: NodeJS.Signals | null, stop: () => void }} */
  const state = { signal: null, stop: () => undefined };
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    state.signal = signal;
    child.kill(signal);
  };
  process.on('SIGINT', pass).on('SIGTERM', pass);
  state.stop = () => void process.off('SIGINT', pass).off('SIGTERM', pass);
  return state;
}

/** npm, as the one that started us if it did, so that no second version is drawn in. */
export function npm() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script)) return { command: process.execPath, args: [script] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}
