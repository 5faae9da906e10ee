import { describe, expect, it } from 'vitest';
import { shellWrites } from './shell-writes.js';

describe('files a shell command says it will write', () => {
  it.each<[string, readonly string[]]>([
    ['ls -la src', []],
    ['git status && git diff > changes.txt', ['changes.txt']],
    ['echo "a > b" >> \'my file.txt\'', ['my file.txt']],
    ['npm test 2>&1 | tee out.log', ['out.log']],
    ['npm test > out.log 2> err.log < in.txt', ['out.log', 'err.log']],
    ['npm test >/dev/null', []],
    ['A=1 B=2 touch x.ts', ['x.ts']],
    ['touch a.ts b.ts; rm -rf old', ['a.ts', 'b.ts', 'old']],
    ['cp -r from/a.ts lib', ['lib', 'lib/a.ts']],
    ['mv a.ts b.ts', ['a.ts', 'b.ts', 'b.ts/a.ts']],
    ['git mv a.ts b.ts', ['a.ts', 'b.ts', 'b.ts/a.ts']],
    ['git commit -m "rm x"', []],
    ["sed -i 's/a/b/' x.ts y.ts", ['x.ts', 'y.ts']],
    ["sed -i.bak -e 's/a/b/' x.ts", ['x.ts']],
    ["sed -i -e 's/a/b/' --expression 's/c/d/' x.ts y.ts", ['x.ts', 'y.ts']],
    ["sed -i --expression='s/a/b/' x.ts", ['x.ts']],
    ['sed -i -f rules.sed x.ts', ['x.ts']],
    ['touch -d yesterday -r other.ts x.ts', ['x.ts']],
    ['truncate -s 0 log.txt', ['log.txt']],
    ['truncate --size=0 log.txt', ['log.txt']],
    ['npm start > out.log & touch a.ts & rm b.ts &', ['out.log', 'a.ts', 'b.ts']],
    ['npm test 2>&1 >> "a & b.log" & wait', ['a & b.log']],
    ['FOO=1', []],
    ['$CMD x.ts', []],
    ['cd "$DIR" && touch x.ts', ['x.ts']],
    ['cd a; cd ../b; touch x.ts', ['b/x.ts']],
    ['ln -s target.ts link.ts', ['link.ts']],
    ['git rm --cached old.ts', ['old.ts']],
    ['echo x >| a.txt &> b.txt', ['a.txt', 'b.txt']],
    ['touch a.ts && rm a.ts', ['a.ts']],
    ['cat <<-EOF > a.md\n\trm x\n\tEOF\nrm y', ['a.md', 'y']],
    ["sed -n 's/a/b/p' x.ts", []],
    ['cd libs/cart && echo x > a.ts', ['libs/cart/a.ts']],
    ['cd /abs; touch a', ['/abs/a']],
    ['echo x > "$OUT" > a$(date) > *.ts', []],
    ['echo x > "quoted \\"name\\".txt"', ['quoted "name".txt']],
    ['cat > a.ts <<EOF\nif (x > y) rm z\nEOF\ntouch b.ts', ['a.ts', 'b.ts']],
    ["cat <<'END' > a.ts\n> quoted\nEND", ['a.ts']],
    ['', []],
  ])('%s', (command, files) => {
    expect(shellWrites(command)).toEqual(files);
  });

  it('ends on any text', () => {
    for (const text of ['"', "'", '\\', '>', '<<', '>>>', '<<EOF', '&&', 'a > ', '(a; b) > c', '\u0000']) shellWrites(text);
  });
});
