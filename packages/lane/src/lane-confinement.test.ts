import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxProblem } from '@breakwater/session';
import { describe, expect, test } from 'vitest';
import { aRig } from './lane-rig.testing.js';

const problem = await sandboxProblem(process.env);
if (problem !== undefined) process.stderr.write(`The tests of lanes in a sandbox are skipped: ${problem}.\n`);

const IN_SANDBOX = { setting: { sandbox: true } };
const TRY = `const attempt = (deed) => { try { deed(); return 'done'; } catch { return 'refused'; } };`;

describe.skipIf(problem !== undefined)('a lane in a sandbox', () => {
  test('ends with the commit its session made', async () => {
    const rig = await aRig({ 'a.txt': 'a\n' }, IN_SANDBOX);
    const script =
      "fs.writeFileSync('b.txt', 'b'); fs.writeFileSync(process.env.TMPDIR + '/x', ''); git('add', '-A'); git('commit', '-q', '-m', 'Mine');";
    const order = rig.order('api', script);
    expect(await rig.lanes.open(order, rig.handler)).toMatchObject({ end: 'committed', savedByUs: false });
    expect(rig.git('log', '-1', '--format=%s', '--name-only', order.branch)).toBe('Mine\n\nb.txt');
  });

  test('commits what its session left, also when that deleted its worktree’s files', async () => {
    const rig = await aRig({ 'a.txt': 'a\n' }, IN_SANDBOX);
    const order = rig.order('api', "fs.rmSync('a.txt'); fs.writeFileSync('b.txt', 'b');");
    expect(await rig.lanes.open(order, rig.handler)).toMatchObject({ end: 'committed', savedByUs: true });
  });

  test.each([
    ['in a sandbox', true, 'refused'],
    ['without one, which shows that the deeds are possible', false, 'done'],
  ])('reaches the user’s checkout, branches, configuration, hooks, packs and another lane: %s', async (_, sandbox, answer) => {
    const rig = await aRig({ 'a.txt': 'a\n' }, { setting: { sandbox } });
    rig.git('repack', '-adq');
    rig.git('branch', 'mine');
    const before = rig.fingerprint();
    await rig.lanes.open(rig.order('other', "fs.writeFileSync('b.txt', 'b')"), rig.handler);
    const other = join(rig.worktrees, 'other');
    const order = rig.order('api', deeds(rig.shop, other));
    expect(await rig.lanes.open(order, rig.handler)).toMatchObject({ end: 'committed' });
    expect(JSON.parse(rig.git('show', `${order.branch}:said.json`))).toEqual(['done', ...Array(11).fill(answer)]);
    expect(existsSync(join(other, 'said'))).toBe(!sandbox);
    if (sandbox) expect(rig.fingerprint()).toEqual(before);
    expect(rig.git('fsck')).toBe('');
  });

  test('prepares and verifies outside of it, as commands of the user', async () => {
    const rig = await aRig({ 'a.txt': 'a\n' }, IN_SANDBOX);
    const outside = join(rig.shop, '..', 'prepared');
    writeFileSync(outside, '');
    const order = rig.order('api', "fs.writeFileSync('b.txt', 'b')", { prepare: [`echo x > ${outside}`] });
    expect(await rig.lanes.open(order, rig.handler)).toMatchObject({ end: 'committed' });
    expect(await rig.lanes.verify(rig.verifyOrder(rig.base, [`echo y > ${outside}`]), rig.handler)).toMatchObject({
      end: 'passed',
    });
  });
});

/** A session that says of each deed whether it could be done; the first is a commit of its own. */
function deeds(shop: string, other: string): string {
  return `${TRY} const [shop, other] = ${JSON.stringify([shop, other])};
    const packs = shop + '/.git/objects/pack';
    const deeds = [
      () => git('commit', '--allow-empty', '-q', '-m', 'fine'),
      () => fs.writeFileSync(shop + '/a.txt', 'x'),
      () => fs.appendFileSync(shop + '/.git/config', ' '),
      () => git('config', 'core.pager', 'cat'),
      () => fs.writeFileSync(shop + '/.git/hooks/post-commit', ''),
      () => fs.writeFileSync(shop + '/.git/info/attributes', ''),
      () => git('update-ref', 'refs/heads/main', 'HEAD'),
      () => git('update-ref', 'refs/stash', 'HEAD'),
      () => git('branch', '-D', 'mine'),
      () => git('gc', '--prune=now'),
      () => { const name = fs.readdirSync(packs)[0]; fs.renameSync(packs + '/' + name, packs + '/x'); fs.renameSync(packs + '/x', packs + '/' + name); },
      () => fs.writeFileSync(other + '/said', 'x'),
    ];
    fs.writeFileSync('said.json', JSON.stringify(deeds.map(attempt)));`;
}
