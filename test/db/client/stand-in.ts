import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import Database from 'libsql';

/**
 * A stand-in for a libSQL server: as much of Hrana 2 over HTTP as our client speaks, on a database file. It answers
 * SQLITE_BUSY at once where a real server would wait for a while first.
 * Protocol: libsql `docs/HTTP_V2_SPEC.md`.
 */
export async function standIn(file: string) {
  const streams = new Map<string, Stream>();
  const faults = { expire: 0, hangUpAfterCommit: 0 };

  const server = createServer(async (request, response) => {
    const body = (await json(request)) as Pipeline;
    const commits = body.requests.some(({ stmt }) => stmt?.sql === 'COMMIT');
    if (body.baton && faults.expire > 0) {
      faults.expire -= 1;
      streams.get(body.baton)?.finish();
      streams.delete(body.baton);
    }
    const stream = body.baton ? streams.get(body.baton) : new Stream(file);
    if (!stream) {
      response.writeHead(400, { 'content-type': 'application/json' });
      return response.end(JSON.stringify({ message: 'The stream has expired', code: 'STREAM_EXPIRED' }));
    }
    streams.delete(body.baton ?? '');
    const results = body.requests.map((each) => stream.answer(each));
    const baton = body.requests.some(({ type }) => type === 'close') ? null : randomUUID();
    if (baton) streams.set(baton, stream);
    else stream.finish();
    if (commits && faults.hangUpAfterCommit > 0) {
      faults.hangUpAfterCommit -= 1;
      return response.destroy();
    }
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ baton, base_url: null, results }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      for (const stream of streams.values()) stream.finish();
    },
  };
}

type Value = { type: string; value?: string | number; base64?: string };
type Stmt = { sql?: string; sql_id?: number; args?: Value[] };
type Condition = { type: 'ok' | 'not'; step?: number; cond?: Condition };
type Step = { condition?: Condition; stmt: Stmt };
type Request = { type: string; sql?: string; sql_id?: number; stmt?: Stmt; batch?: { steps: Step[] } };
type Pipeline = { baton?: string; requests: Request[] };

/** One connection with whatever transaction it has open, and the texts of SQL that its client gave a number. */
class Stream {
  readonly #database: Database.Database;
  readonly #texts = new Map<number, string>();

  constructor(file: string) {
    this.#database = new Database(file);
  }

  answer(request: Request) {
    try {
      return { type: 'ok', response: { type: request.type, ...this.#carryOut(request) } };
    } catch (error) {
      return { type: 'error', error: described(error) };
    }
  }

  finish(): void {
    if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
    this.#database.close();
  }

  #carryOut({ type, sql, sql_id, stmt, batch }: Request) {
    if (type === 'execute' && stmt) return { result: this.#execute(stmt) };
    if (type === 'batch' && batch) return { result: this.#steps(batch.steps) };
    if (type === 'store_sql') this.#texts.set(sql_id ?? 0, sql ?? '');
    if (type === 'sequence') this.#database.exec(this.#text({ sql, sql_id }));
    return {};
  }

  #text = ({ sql, sql_id = 0 }: Stmt): string => sql ?? this.#texts.get(sql_id) ?? '';

  #steps(steps: Step[]) {
    const step_results: unknown[] = steps.map(() => null);
    const step_errors: unknown[] = steps.map(() => null);
    const holds = (condition: Condition): boolean =>
      condition.type === 'not' ? !holds(condition.cond!) : step_results[condition.step ?? -1] !== null;
    steps.forEach(({ condition, stmt }, at) => {
      if (condition && !holds(condition)) return;
      try {
        step_results[at] = this.#execute(stmt);
      } catch (error) {
        step_errors[at] = described(error);
      }
    });
    return { step_results, step_errors };
  }

  #execute(stmt: Stmt) {
    const sql = this.#text(stmt);
    if (/^\s*(begin|commit|rollback|pragma foreign_keys)/i.test(sql)) {
      this.#database.exec(sql);
      return nothing;
    }
    const statement = this.#database.prepare(sql).safeIntegers(true);
    const args = (stmt.args ?? []).map(fromWire);
    try {
      statement.raw(true); // throws for a statement without columns
    } catch {
      const { changes, lastInsertRowid } = statement.run(args);
      return { ...nothing, affected_row_count: changes, last_insert_rowid: `${lastInsertRowid}` };
    }
    const cols = statement.columns().map(({ name, type }) => ({ name, decltype: type }));
    const rows = (statement.all(args) as unknown[][]).map((row) => row.map(toWire));
    return { ...nothing, cols, rows };
  }
}

const nothing = { cols: [] as unknown[], rows: [] as unknown[], affected_row_count: 0, last_insert_rowid: null };

function fromWire({ type, value, base64 }: Value): unknown {
  if (type === 'integer') return BigInt(value ?? 0);
  if (type === 'blob') return Buffer.from(base64 ?? '', 'base64');
  return value ?? null;
}

function toWire(value: unknown): Value {
  if (typeof value === 'bigint') return { type: 'integer', value: `${value}` };
  if (typeof value === 'number') return { type: 'float', value };
  if (typeof value === 'string') return { type: 'text', value };
  if (value instanceof Uint8Array) return { type: 'blob', base64: Buffer.from(value).toString('base64') };
  return { type: 'null' };
}

const described = (error: unknown) => ({
  message: error instanceof Error ? error.message : String(error),
  code: (error as { code?: string }).code,
});
