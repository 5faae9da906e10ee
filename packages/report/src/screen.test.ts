import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScreen, type Screen } from './screen.js';

/** A terminal in memory with our screen on it. */
interface World {
  readonly screen: Screen;
  readonly writes: string[];
  /** What a person sees, empty lines at the end left out. */
  readonly seen: () => Promise<readonly string[]>;
  readonly scrollback: () => Promise<readonly string[]>;
  readonly resize: (columns: number, rows: number) => Promise<void>;
}

function open(columns = 40, rows = 10): World {
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
  const writes: string[] = [];
  const size = { columns, rows };
  const stream = {
    write: (text: string): void => {
      writes.push(text);
      terminal.write(text);
    },
    get columns(): number {
      return size.columns;
    },
    get rows(): number {
      return size.rows;
    },
  };
  const settled = (): Promise<void> => new Promise((resolve) => terminal.write('', resolve));
  const lines = (from: number, to: number): readonly string[] => {
    const found = Array.from(
      { length: to - from },
      (_, n) => terminal.buffer.active.getLine(from + n)?.translateToString(true) ?? '',
    );
    return found.slice(0, found.findLastIndex((line) => line !== '') + 1);
  };
  return {
    screen: createScreen(stream),
    writes,
    seen: async () => {
      await settled();
      return lines(terminal.buffer.active.baseY, terminal.buffer.active.baseY + size.rows);
    },
    scrollback: async () => {
      await settled();
      return lines(0, terminal.buffer.active.length);
    },
    resize: async (newColumns, newRows) => {
      await settled();
      Object.assign(size, { columns: newColumns, rows: newRows });
      terminal.resize(newColumns, newRows);
    },
  };
}

describe('the region', () => {
  it('shows a frame, then another', async () => {
    const { screen, seen } = open();
    screen.update(['one', 'two']);
    screen.update(['one', '2', 'three']);
    expect(await seen()).toEqual(['one', '2', 'three']);
  });

  it('keeps every line when one is inserted in the middle', async () => {
    const { screen, seen } = open();
    screen.update(['h', 'a', 'z']);
    screen.update(['h', 'a', 'b', 'z']);
    expect(await seen()).toEqual(['h', 'a', 'b', 'z']);
  });

  it('leaves nothing behind when it shrinks or goes', async () => {
    const { screen, seen } = open();
    screen.update(['h', 'a', 'b', 'z']);
    screen.update(['h', 'z']);
    expect(await seen()).toEqual(['h', 'z']);
    screen.update([]);
    expect(await seen()).toEqual([]);
  });

  it('writes nothing when nothing changed', () => {
    const { screen, writes } = open();
    screen.update(['one', 'two']);
    const before = writes.length;
    screen.update(['one', 'two']);
    expect(writes.slice(before)).toEqual([]);
  });

  it('writes only the lines that differ, in one write between the marks of a synchronized update', () => {
    const { screen, writes } = open();
    screen.update(['one', 'two', 'three', 'four']);
    const before = writes.length;
    screen.update(['one', '2', 'three', '4']);
    expect(writes.slice(before)).toEqual(['\x1b[?2026h\r\x1b[3A2\x1b[K\r\n\r\n4\x1b[K\r\n\x1b[?2026l']);
  });

  it('keeps its end when it is taller than the window', async () => {
    const { screen, seen } = open(20, 4);
    screen.update(['1', '2', '3', '4', '5', '6']);
    expect(await seen()).toEqual(['4', '5', '6']);
    screen.update(['1', '2', '3', '4', '5', 'six']);
    expect(await seen()).toEqual(['4', '5', 'six']);
  });

  it('recovers from lines wider than the window', async () => {
    const { screen, seen } = open(20, 10);
    screen.update(['x'.repeat(45), 'end']);
    screen.update(['short', 'end']);
    expect(await seen()).toEqual(['short', 'end']);
  });
});

describe('permanent lines', () => {
  it('stay above the region', async () => {
    const { screen, seen } = open();
    screen.update(['region']);
    screen.permanent(['first']);
    screen.permanent(['second', 'third']);
    expect(await seen()).toEqual(['first', 'second', 'third', 'region']);
  });

  it('scroll away and can be scrolled back to', async () => {
    const { screen, seen, scrollback } = open(40, 5);
    screen.update(['a', 'b']);
    const lines = Array.from({ length: 30 }, (_, n) => `line ${n}`);
    for (const line of lines) screen.permanent([line]);
    expect(await seen()).toEqual(['line 28', 'line 29', 'a', 'b']);
    expect(await scrollback()).toEqual([...lines, 'a', 'b']);
  });
});

describe('a window that gets narrower', () => {
  it('shows one region, not the old one broken over two lines as well', async () => {
    const { screen, seen, resize } = open(40, 10);
    screen.permanent(['done']);
    screen.update(['h'.repeat(38), 'a'.repeat(38)]);
    await resize(20, 10);
    screen.update(['h'.repeat(18), 'a'.repeat(18)]);
    expect(await seen()).toEqual(['done', 'h'.repeat(18), 'a'.repeat(18)]);
  });
});

describe('the cursor', () => {
  it('is hidden while the region is there and given back once', () => {
    const { screen, writes } = open();
    screen.update(['one']);
    screen.update(['two']);
    screen.close();
    screen.close();
    const all = writes.join('');
    expect([all.split('\x1b[?25l').length - 1, all.split('\x1b[?25h').length - 1]).toEqual([1, 1]);
    expect(all.endsWith('\x1b[?25h')).toBe(true);
  });

  it('is left alone when nothing was ever shown', () => {
    const { screen, writes } = open();
    screen.close();
    expect(writes).toEqual([]);
  });

  it('stays with the user after the end: nothing is written any more', async () => {
    const { screen, seen, writes } = open();
    screen.update(['last']);
    screen.close();
    const before = writes.length;
    screen.update(['late']);
    screen.permanent(['late']);
    expect(writes.slice(before)).toEqual([]);
    expect(await seen()).toEqual(['last']);
  });
});

it('assumes 80 columns and 24 rows where the stream does not know', () => {
  const writes: string[] = [];
  const screen = createScreen({ write: (text) => writes.push(text) });
  screen.update(Array.from({ length: 40 }, (_, n) => `line ${n}`));
  expect(writes.join('').match(/line \d+/g)?.length).toBe(23);
});

type Step =
  | { readonly do: 'update'; readonly lines: readonly string[] }
  | { readonly do: 'permanent'; readonly lines: readonly string[] }
  | { readonly do: 'resize'; readonly columns: number; readonly rows: number };

/** Never empty, so that what is seen can be told from blank rows; narrower than every window below. */
const short = fc.stringMatching(/^[a-z]{1,18}$/);
const long = fc.integer({ min: 1, max: 58 }).map((length) => 'abcdefghij'.repeat(6).slice(0, length));

function history(heights: { readonly min: number; readonly max: number }): fc.Arbitrary<readonly Step[]> {
  const size = { columns: fc.integer({ min: 20, max: 60 }), rows: fc.integer(heights) };
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('update' as const), lines: fc.array(long, { maxLength: 6 }) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('permanent' as const), lines: fc.array(short, { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('resize' as const), ...size }) },
  );
  return fc.array(step, { minLength: 1, maxLength: 25 });
}

/** Plays a history as the live view would: after a change of size the frame is made anew for it. */
async function play(
  steps: readonly Step[],
  check: (world: World, permanent: readonly string[], frame: readonly string[]) => Promise<void>,
): Promise<void> {
  const world = open(60, 8);
  let [columns, rows] = [60, 8];
  let frame: readonly string[] = [];
  const permanent: string[] = [];
  for (const one of steps) {
    if (one.do === 'permanent') {
      permanent.push(...one.lines);
      world.screen.permanent(one.lines);
    } else {
      if (one.do === 'resize') {
        [columns, rows] = [one.columns, one.rows];
        await world.resize(columns, rows);
      }
      frame = (one.do === 'update' ? one.lines : frame).slice(1 - rows).map((line) => line.slice(0, columns - 1));
      world.screen.update(frame);
    }
    await check(world, permanent, frame);
  }
}

it('shows the wanted screen after any history of frames, permanent lines and widths', async () => {
  const property = fc.asyncProperty(history({ min: 8, max: 8 }), (steps) =>
    play(steps, async (world, permanent, frame) => {
      const wanted = [...permanent, ...frame];
      const seen = await world.seen();
      expect(seen).toEqual(wanted.slice(wanted.length - seen.length));
      expect(seen.length).toBeGreaterThanOrEqual(frame.length);
    }),
  );
  await fc.assert(property, { numRuns: 150 });
});

/** A terminal that gets taller brings rows back from the scrollback, and an old copy of the region may be among them. */
it('ends with the region and loses no permanent line, whatever the window does', async () => {
  const property = fc.asyncProperty(history({ min: 7, max: 14 }), (steps) =>
    play(steps, async (world, permanent, frame) => {
      const seen = await world.seen();
      expect(seen.slice(seen.length - frame.length)).toEqual(frame);
      const all = await world.scrollback();
      let at = 0;
      for (const line of permanent) {
        at = all.indexOf(line, at) + 1;
        expect(at, `lost: ${line}`).toBeGreaterThan(0);
      }
    }),
  );
  await fc.assert(property, { numRuns: 150 });
});
