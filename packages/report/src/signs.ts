import type { View } from './view.js';

/** Every sign we print: one column wide, never without a word beside it. */
export interface Signs {
  readonly certain: string;
  readonly likely: string;
  readonly possible: string;
  readonly waiting: string;
  readonly working: string;
  readonly done: string;
  readonly question: string;
  readonly held: string;
  readonly warning: string;
  readonly failed: string;
  readonly because: string;
  readonly ellipsis: string;
  readonly minus: string;
  readonly rule: string;
  readonly spent: string;
  readonly left: string;
  /** Between names in a row; the only one with its spaces. */
  readonly between: string;
}

const UNICODE: Signs = {
  certain: '●',
  likely: '◐',
  possible: '○',
  waiting: '·',
  working: '▶',
  done: '✔',
  question: '?',
  held: '‖',
  warning: '!',
  failed: '✖',
  because: '↳',
  ellipsis: '…',
  minus: '−',
  rule: '─',
  spent: '━',
  left: '─',
  between: ' · ',
};

const ASCII: Signs = {
  certain: '#',
  likely: '+',
  possible: '-',
  waiting: '.',
  working: '>',
  done: 'v',
  question: '?',
  held: '=',
  warning: '!',
  failed: 'x',
  because: '<',
  ellipsis: '...',
  minus: '-',
  rule: '-',
  spent: '=',
  left: '-',
  between: ', ',
};

export function signsOf(view: Pick<View, 'unicode'>): Signs {
  return view.unicode ? UNICODE : ASCII;
}
