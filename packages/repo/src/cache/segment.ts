import type { Entries } from './entries.js';

/**
 * Entries of a cache as one piece of bytes that is opened without a step for each of them. Numbers of four bytes come first: how many
 * names and entries there are and how long their texts, which entry is the first of each name and where the last one's end, and of each
 * entry its question, where its answer lies and how long it is. Then the names and the questions, a line each, then the answers.
 */
const NUMBER = Uint32Array.BYTES_PER_ELEMENT;
const HEAD = 4;
const ENTRY = 3;

/** Answers begin at multiples of four bytes, so that numbers in them can be read where they lie. */
export function encodeSegment(entries: Entries): Uint8Array {
  const [names, all] = [entries.names(), entries.all()];
  const questions = [...new Set(all.map(({ question }) => question))];
  const texts = [names, questions].map((list) => Buffer.from(list.join('\n')));
  const from = NUMBER * (HEAD + names.length + 1 + ENTRY * all.length);
  const textsEnd = texts.reduce((sum, { length }) => sum + length, from);
  const answers = all.map(({ answer }) => answer);
  const { starts, end } = placesOf(answers, aligned(textsEnd));
  const numberOf = new Map(questions.map((question, n) => [question, n]));
  const rows = all.map(({ question, answer }, n) => [numberOf.get(question) ?? 0, starts[n] ?? 0, answer.length]);
  const head = [names.length, all.length, ...texts.map(({ length }) => length)];
  const bytes = new Uint8Array(end);
  new Uint32Array(bytes.buffer).set([head, firstsOf(entries), ...rows].flat());
  texts.reduce((at, text) => put(bytes, text, at), from);
  for (const [n, answer] of answers.entries()) bytes.set(answer, starts[n]);
  return bytes;
}

/** Which entry is the first of each name, and how many there are. */
function firstsOf(entries: Entries): readonly number[] {
  let first = 0;
  const firsts = entries.names().map((name) => {
    first += entries.of(name).size;
    return first;
  });
  return [0, ...firsts];
}

function placesOf(contents: readonly Uint8Array[], start: number): { readonly starts: readonly number[]; readonly end: number } {
  const starts: number[] = [];
  let end = start;
  for (const content of contents) {
    starts.push(end);
    end = aligned(end + content.length);
  }
  return { starts, end };
}

/** Answers where what comes next goes. */
function put(bytes: Uint8Array, text: Uint8Array, at: number): number {
  bytes.set(text, at);
  return at + text.length;
}

function aligned(length: number): number {
  return Math.ceil(length / NUMBER) * NUMBER;
}

/** Answers a view of what is kept; made when it is asked for, because a large repository has tens of thousands of them. */
export type Lookup = (name: string, question: string) => Uint8Array | undefined;

/** What `encodeSegment` put together. */
export function decodeSegment(written: Uint8Array): Lookup {
  const bytes = written.byteOffset % NUMBER === 0 ? written : Uint8Array.from(written);
  const numbers = new Uint32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / NUMBER));
  const [names = 0, entries = 0, namesLength = 0, questionsLength = 0] = numbers;
  const rows = HEAD + names + 1;
  const from = NUMBER * (rows + ENTRY * entries);
  const placeOf = linesAt(bytes, from, namesLength, names);
  const numberOf = linesAt(bytes, from + namesLength, questionsLength, entries);
  return (name, question) => {
    const place = placeOf.get(name);
    const asked = numberOf.get(question);
    if (place === undefined || asked === undefined) return undefined;
    const end = numbers[HEAD + place + 1] ?? 0;
    for (let entry = numbers[HEAD + place] ?? 0; entry < end; entry += 1) {
      const row = rows + ENTRY * entry;
      if (numbers[row] === asked)
        return new Uint8Array(bytes.buffer, bytes.byteOffset + (numbers[row + 1] ?? 0), numbers[row + 2]);
    }
    return undefined;
  };
}

/** Each line of a text with its number; none of a text that stands for no lines at all, which looks like one empty line. */
function linesAt(bytes: Uint8Array, at: number, length: number, count: number): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  if (count === 0) return lines;
  for (const line of new TextDecoder().decode(bytes.subarray(at, at + length)).split('\n')) lines.set(line, lines.size);
  return lines;
}
