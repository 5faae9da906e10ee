/** Gives every package its Nx targets, so that they are written once. Nx 20 to 22 read one name, 23 and later the other. */
import { dirname } from 'node:path';

export const createNodes = [
  'packages/*/package.json',
  (files) =>
    files.map((file) => {
      const root = dirname(file);
      const command = (text) => ({ executor: 'nx:run-commands', options: { command: text, cwd: '{workspaceRoot}' } });
      const targets = {
        test: command(`npx vitest run --config tools/vitest.config.mjs --project unit ${root}/`),
        typecheck: command(`npx tsc --build ${root}`),
      };
      return [file, { projects: { [root]: { root, targets } } }];
    }),
];
export const createNodesV2 = createNodes;
