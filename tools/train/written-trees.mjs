/** A trained model as the TypeScript module that ships it. Numbers are kept to five figures, which changes no probability that is shown. */
export function writtenTrees(name, { signals, bias, trees }) {
  return `// Made by tools/train/train.mjs from past changes of public repositories; not written by hand.
import type { WrittenTrees } from '../trees/boosted-trees.js';

export const ${name}: WrittenTrees = {
  signals:
    '${signals.join(' ')}',
  bias: ${number(bias)},
  trees: [
${trees.map((tree) => `    '${lineOf(tree)}',`).join('\n')}
  ],
};
`;
}

function lineOf({ asked, limits, leaves }) {
  return [asked, limits, leaves].map((numbers) => numbers.map(number).join(' ')).join('|');
}

function number(value) {
  return String(Number(value.toPrecision(5)));
}
