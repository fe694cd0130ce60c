import { type Described, describeSpan, type Span } from '@/domain/anchor';
import { median } from '../table';
import type { Matcher } from './matchers';

const ROUNDS = 5;

/** The same numbers at every run, from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

/** Sentences of made-up words, some far commoner than others, as in any language. */
class Writer {
  readonly #random: () => number;
  constructor(seed: number) {
    this.#random = numbers(seed);
  }

  number(below: number): number {
    return Math.floor(this.#random() * below);
  }

  word(): string {
    let rank = Math.floor(4000 ** this.#random());
    let word = '';
    for (; rank > 0; rank = Math.floor(rank / SYLLABLES.length)) word += SYLLABLES[rank % SYLLABLES.length];
    return word;
  }

  sentence(): string {
    const words = Array.from({ length: 8 + this.number(16) }, () => this.word()).join(' ');
    return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
  }

  /** Blocks of a few sentences, of so many characters in all or a little more. */
  blocks(characters: number): string[][] {
    const blocks: string[][] = [];
    for (let length = 0; length < characters; ) {
      const block = Array.from({ length: 3 + this.number(5) }, () => this.sentence());
      blocks.push(block);
      length += block.join(' ').length + 1;
    }
    return blocks;
  }

  /** The sentence with its third word, and each other with a chance of one in eight, replaced, left out or added to. */
  edited(sentence: string): string {
    const edit = (word: string) => ['', `${word} ${this.word()}`, this.word()][this.number(3)]!;
    return sentence
      .split(' ')
      .map((word, at) => (at === 2 || this.number(8) === 0 ? edit(word) : word))
      .filter((word) => word !== '')
      .join(' ');
  }
}

const textOf = (blocks: string[][]): string => blocks.map((block) => block.join(' ')).join('\n');

export type Load = { oldText: string; newText: string; claims: Described[] };

/** A text of 100,000 characters, a fifth of its sentences edited and a tenth of its blocks moved, and 1,000 claims. */
export function manyClaims(): Load {
  const writer = new Writer(7);
  const blocks = writer.blocks(100_000);
  const edited = blocks.map((block) => block.map((line) => (writer.number(5) === 0 ? writer.edited(line) : line)));
  for (let times = 0; times < blocks.length / 10; times += 1) {
    edited.splice(writer.number(edited.length), 0, ...edited.splice(writer.number(edited.length), 1));
  }
  const oldText = textOf(blocks);
  const spans = Array.from({ length: 1000 }, () => {
    const start = writer.number(oldText.length - 200);
    return { start, end: start + 20 + writer.number(150) };
  });
  return { oldText, newText: textOf(edited), claims: spans.map((span) => describeSpan(oldText, span)) };
}

/** A text of 1 MB and one claim, whose sentence a second text has in other words or not at all. */
export function oneClaim(what: 'edited' | 'gone'): Load {
  const writer = new Writer(11);
  const blocks = writer.blocks(1_000_000);
  const block = blocks[Math.floor(blocks.length * 0.6)]!;
  const sentence = block[1]!;
  const oldText = textOf(blocks);
  const start = oldText.indexOf(sentence);
  const span: Span = { start, end: start + sentence.length };
  block.splice(1, 1, ...(what === 'edited' ? [writer.edited(sentence)] : []));
  return { oldText, newText: textOf(blocks), claims: [describeSpan(oldText, span)] };
}

/** The same with every hundredth sentence of the text edited too. */
export function oneClaimAmongEdits(): Load {
  const writer = new Writer(13);
  const blocks = writer.blocks(1_000_000);
  const oldText = textOf(blocks);
  const sentence = blocks[Math.floor(blocks.length * 0.4)]![0]!;
  const start = oldText.indexOf(sentence);
  const edit = (line: string) => (line === sentence || writer.number(100) === 0 ? writer.edited(line) : line);
  const newText = textOf(blocks.map((block) => block.map(edit)));
  return { oldText, newText, claims: [describeSpan(oldText, { start, end: start + sentence.length })] };
}

/** What a matcher takes, in ms: medians by the clock and of the processor, after a round that warms it up. */
export function timeOf(matcher: Matcher, { oldText, newText, claims }: Load): { clock: number; processor: number } {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => {
    const [began, used] = [performance.now(), process.cpuUsage()];
    matcher(oldText, newText, claims, 'en');
    const { user, system } = process.cpuUsage(used);
    return { clock: performance.now() - began, processor: (user + system) / 1000 };
  }).slice(1);
  return {
    clock: median(rounds.map(({ clock }) => clock)),
    processor: median(rounds.map(({ processor }) => processor)),
  };
}
