import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { type Letter, read } from './mail-parts';

/** How the mail server is just now. */
export type Mood =
  | 'well'
  | 'down'
  | 'silent'
  | 'busy'
  | 'greylists'
  | 'full'
  | 'refuses'
  | 'no such box'
  | 'breaks off';

export type MailServer = Awaited<ReturnType<typeof openMailServer>>;

/** An answer that is not 250. */
const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

/** What it answers to a recipient, and to a message's content, in each mood in which it minds them. */
const toRecipient: Partial<Record<Mood, Error>> = {
  greylists: answer(450, '4.2.0 Greylisted, come back later'),
  'no such box': answer(550, '5.1.1 <ada@desk.example> No such mailbox'),
};
const toContent: Partial<Record<Mood, Error>> = {
  full: answer(452, '4.3.1 Out of room'),
  refuses: answer(554, '5.7.1 I do not like https://desk.example/reset#a-secret in it'),
};

type Kind = SMTPServerOptions & {
  /** all that may log in; without it nobody need */
  login?: { user: string; password: string };
};

/** A mail server on loopback, as whimsical as those of the world. Without a certificate it offers no encryption. */
export async function openMailServer({ login, ...options }: Kind = {}) {
  const state = { mood: 'well' as Mood };
  const arrived: Letter[] = [];
  const attempts: string[] = [];
  const breakOff = (id: string): void => {
    [...server.connections].find((each) => each.id === id)?._socket.destroy();
  };
  const server: SMTPServer = new SMTPServer({
    authOptional: !login,
    disabledCommands: [...(login ? [] : ['AUTH']), ...(options.cert ? [] : ['STARTTLS'])],
    onConnect: ({ id }, done) => {
      attempts.push(id);
      if (state.mood === 'silent') return;
      if (state.mood === 'down') return breakOff(id);
      done(state.mood === 'busy' ? answer(421, 'Too busy') : null);
    },
    onAuth: ({ username, password }, _session, done) => {
      if (username === login?.user && password === login?.password) return done(null, { user: username });
      done(answer(535, `5.7.8 ${password} is not the password of ${username}`));
    },
    onRcptTo: (_address, _session, done) => done(toRecipient[state.mood] ?? null),
    onData: async (stream, session, done) => {
      const raw = await whole(stream);
      const refused = toContent[state.mood];
      if (refused) return done(refused);
      const to = session.envelope.rcptTo.map(({ address }) => address);
      arrived.push(read(raw, to, session.secure));
      if (state.mood !== 'breaks off') return done(null);
      breakOff(session.id); // it took the message, and its answer is lost
    },
    ...options,
  });
  server.on('error', () => undefined); // a client that leaves in the middle
  const open = async (port = 0) => {
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
  };
  await open();
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    arrived,
    /** connections that were made */
    attempts,
    /** each message once, as a mail reader shows those of one Message-ID */
    shown: () => [...new Map(arrived.map((letter) => [letter.header('message-id'), letter])).values()],
    get mood() {
      return state.mood;
    },
    set mood(mood: Mood) {
      state.mood = mood;
    },
    forget: () => {
      arrived.length = 0;
      attempts.length = 0;
      state.mood = 'well';
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

async function whole(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}
