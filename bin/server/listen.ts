import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Config, isWildcard } from '@/domain/config';
import { SetupFailure } from '../setup/failure.mjs';

/** Resolves with the address taken; port 0 takes any free one. */
export function listen(server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new SetupFailure(cannotListen(error, host, port))));
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): string {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is already in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    EACCES: `Port ${port} is reserved for the system's own services. Choose one from 1024 up: PORT=3000 npm start`,
    EADDRNOTAVAIL: `This machine does not have the address HOST names (${host}). Use 127.0.0.1, or 0.0.0.0 for all it has.`,
  };
  return sentences[error.code ?? ''] ?? `Stet cannot listen on ${host}, port ${port}: ${error.message}`;
}

/** The address to type on this machine: a wildcard is no name, so it becomes localhost. */
export function localOrigin(host: string, port: number): string {
  const name = isWildcard(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
