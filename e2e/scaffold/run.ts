/**
 * `npm run new:rule -- session-length "The session is too long" [--topic event]` and `npm run new:protocol -- acme
 * "Acme Analytics" api.acme.example /v1/track`: write the files for each, and print what to write next.
 */
import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {addProtocol} from './add-protocol';
import {addRule, ruleTopics} from './add-rule';
import {openSources} from './edit-source';

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {topic: {type: 'string', default: 'event'}},
});
const [kind, ...words] = positionals;
const sources = openSources(process.cwd());

try {
  const next = kind === 'rule' ? newRule(words, values.topic) : newProtocol(words);
  const paths = sources.save();
  format(paths);
  console.log(`${paths.map((path) => `  ${path}`).join('\n')}\n\n${next}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function newRule([code, title]: readonly string[], wanted: string): string {
  const topic = ruleTopics.find((each) => each === wanted);
  if (!code || !title || !topic) {
    throw new Error(`npm run new:rule -- code "Title without a period" [--topic ${ruleTopics.join('|')}]`);
  }
  addRule(sources, {code, title, topic});
  return `The test of its bad example fails until you write isRight in check-${code}.ts:
  npx vitest run src/domain/verdict/rule-catalogue.test.ts
Then write reason, source, message and example. This writes them to RULES.md:
  npx vitest run src/domain/verdict -u`;
}

function newProtocol([id, title, host, path]: readonly string[]): string {
  if (!id || !title || !host || !path) {
    throw new Error('npm run new:protocol -- id "Title" host /path');
  }
  addProtocol(sources, {id, title, host, path});
  return `Its calls are read and checked by Segment's specification. Write what differs in src/domain/protocols/${id}.
This tests it, and adds its ID to the schema of the command line's config:
  npx vitest run src/domain/protocols/${id} packages/core/src/config -u`;
}

/** Formats them for `npm run check`: names and titles affect quotes, line breaks and the order of imports. */
function format(paths: readonly string[]): void {
  const biome = join(process.cwd(), 'node_modules/@biomejs/biome/bin/biome');
  execFileSync(process.execPath, [biome, 'check', '--write', ...paths], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
