import { beginOf } from '@breakwater/model';

const LINES = 20;
/** Characters; a bundler's one-line output would otherwise fill the journal. */
const WIDTH = 500;

/** The last lines of some output, blank ones left out. */
export class Tail {
  private lines: string[] = [];

  push(line: string): void {
    const trimmed = line.trimEnd();
    if (trimmed === '') return;
    this.lines.push(trimmed.length > WIDTH ? `${beginOf(trimmed, WIDTH)}…` : trimmed);
    if (this.lines.length > LINES) this.lines.shift();
  }

  last(): string {
    return this.lines.at(-1) ?? '';
  }

  text(): string {
    return this.lines.join('\n');
  }
}
