import {execFileSync, spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {addProtocol} from './add-protocol';
import {addRule} from './add-rule';
import {openSources, type Sources} from './edit-source';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'scaffold-'));
const bin = (name: string) => join(root, 'node_modules/.bin', name);

/** The output of the command, and its exit code. */
function run(program: string, ...args: string[]) {
  const {status, stdout, stderr} = spawnSync(bin(program), args, {cwd: copy, encoding: 'utf8'});
  return {status, text: stdout + stderr};
}

const scaffold = (...args: string[]) => run('tsx', join(root, 'e2e/scaffold/run.ts'), ...args);

/** With the catalogue's own tests of one rule. */
const testRule = (code: string) =>
  run('vitest', 'run', 'src/domain/verdict/rule-catalogue.test.ts', '-t', `${code} is found`);

// Not the names of CONTRIBUTING.md's examples: people who have just tried those would run this test on their own
// files.
beforeAll(() => {
  cpSync(join(root, 'src/domain'), join(copy, 'src/domain'), {recursive: true});
  for (const file of ['tsconfig.json', 'package.json', 'biome.json'])
    cpSync(join(root, file), join(copy, file));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  execFileSync('git', ['init', '-q'], {cwd: copy});
});

afterAll(() => rmSync(copy, {recursive: true}));

describe('npm run new:rule and new:protocol', () => {
  it('write sources that compile, and are formatted and linted', () => {
    expect(scaffold('rule', 'trial-length', 'The session is too long').status).toBe(0);
    expect(scaffold('rule', 'trial-account', 'The account comes late', '--topic', 'group').status).toBe(0);
    const long = "An event's properties contain a value that is longer than what the vendor keeps of it";
    expect(scaffold('rule', 'trial-value', long, '--topic', 'timestamp').status).toBe(0);
    expect(scaffold('protocol', 'trial-cloud', 'Trial Cloud', '*.trial.example', '/v1/track').status).toBe(0);
    expect(
      scaffold('protocol', 'zeta-trial', "Zeta's Analytics", 'zeta.trial.test', '/v1/track').status,
    ).toBe(0);
    expect(run('tsc', '-p', 'src/domain')).toEqual({status: 0, text: ''});
    const {status, text} = run('biome', 'check', 'src/domain');
    expect(text).toMatch(/Checked \d+ files/);
    expect(status, text).toBe(0);
  });

  it('write a rule whose example fails until its check is written', () => {
    const before = testRule('trial-length');
    expect(before.text).toContain("to include 'trial-length'");
    expect(before.status).toBe(1);
    const path = join(copy, 'src/domain/protocols/thrivestack/checks/check-trial-length.ts');
    const check = readFileSync(path, 'utf8');
    const written = `!JSON.stringify(value).includes('"properties":{}')`;
    writeFileSync(path, check.replace('value !== undefined', written));
    const after = testRule('trial-length');
    expect(after.text).toMatch(/1 passed/);
    expect(after.status).toBe(0);
  });

  it('write a vendor whose calls are read', () => {
    const {status, text} = run('vitest', 'run', 'src/domain/protocols/trial-cloud');
    expect(text).toMatch(/1 passed/);
    expect(status).toBe(0);
  });

  it('say how they are called', () => {
    const {status, text} = scaffold('rule', 'only-a-code');
    expect(text).toContain('npm run new:rule -- code');
    expect(status).toBe(1);
  });

  const title = 'A title';
  it.each<[string, (sources: Sources) => void, string]>([
    ['a code', (to) => addRule(to, {code: 'A B', title, topic: 'event'}), 'A B is not a code'],
    [
      'a known rule',
      (to) => addRule(to, {code: 'missing-user-id', title, topic: 'event'}),
      'missing-user-id is in src/domain/verdict/rules/event-rules.ts already',
    ],
    [
      'a known vendor',
      (to) => addProtocol(to, {id: 'segment', title, host: 'a.test', path: '/x'}),
      'segment is in src/domain/protocols/protocols.ts already',
    ],
    ['a path', (to) => addProtocol(to, {id: 'acme', title, host: 'a.test', path: 'x'}), 'x is not a path'],
  ])('refuse with a reason: %s', (_, add, reason) => {
    expect(() => add(openSources(root))).toThrow(reason);
  });
});
