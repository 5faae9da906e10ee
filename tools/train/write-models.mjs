/** Writes trained models as the data that `predict` ships. */
import { writeFileSync } from 'node:fs';
import { writtenTrees } from './written-trees.mjs';

export function writeModels({ files, pairs }) {
  write('FILE_TREES', 'file-trees', files);
  write('PAIR_TREES', 'pair-trees', pairs);
}

function write(name, file, model) {
  writeFileSync(new URL(`../../packages/predict/src/models/${file}.ts`, import.meta.url), writtenTrees(name, model));
  console.log(`${file}.ts: ${model.trees.length} trees`);
}
