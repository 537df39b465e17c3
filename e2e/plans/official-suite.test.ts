import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import type {JsonValue} from '../../src/domain/json/json-value';
import {type SchemaDraft, schemaDrafts} from '../../src/domain/plans/validate/schema-draft';
import {createValidator} from '../../src/domain/plans/validator';

/**
 * https://github.com/json-schema-org/JSON-Schema-Test-Suite, read from `shared/json-schema-test-suite` beside the
 * repository or beside a folder that contains it. It is not part of the project.
 */
function findSuite(): string | null {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const suite = join(folder, 'shared/json-schema-test-suite/tests');
    if (existsSync(suite)) return suite;
    if (folder === dirname(folder)) return null;
  }
}

const folders: Record<SchemaDraft, string> = {
  '04': 'draft4',
  '06': 'draft6',
  '07': 'draft7',
  '2019-09': 'draft2019-09',
  '2020-12': 'draft2020-12',
};

/** Cases where we report that the schema cannot be checked: by file, with the reason. */
const notJudged: Readonly<Record<string, string>> = {
  'definitions.json': 'refers to a metaschema, which is never fetched',
  'defs.json': 'refers to a metaschema, which is never fetched',
  'ref.json': 'one schema of the file refers to a metaschema, which is never fetched',
  'refRemote.json': 'refers to other documents, which are never fetched',
  'dynamicRef.json': 'refers to other documents, which are never fetched',
};

/** Cases where our result differs from the suite's, each with its reason. */
const decidedOtherwise: readonly [RegExp, string][] = [
  [
    /^format\.json .*only an annotation by default$/,
    'formats are asserted in every draft, as plans mean them',
  ],
  [
    /^vocabulary\.json .*with no validation vocabulary/,
    'metaschemas are never fetched, so none switches keywords off',
  ],
  [/^optional\/format\/uri-reference\.json/, 'by the library’s expression; no plan that we know uses it'],
  [/^optional\/format\/uri-template\.json/, 'by the library’s expression; no plan that we know uses it'],
  [
    /^optional\/format\/idn-(?:email|hostname)\.json/,
    'by the library’s tables; no plan that we know uses it',
  ],
  [/^optional\/format\/iri\.json .*IPvFuture/, 'no such address exists'],
  [
    /^optional\/format\/hostname\.json .*RFC1123/,
    'refused since RFC 5891; the suite goes by RFC 1123 in its oldest drafts only',
  ],
];

interface Group {
  description: string;
  schema: JsonValue;
  tests: {description: string; data: JsonValue; valid: boolean}[];
}

function* readGroups(folder: string): Generator<Group & {file: string}> {
  for (const part of ['', 'optional/format/']) {
    for (const name of readdirSync(join(folder, part)).filter((entry) => entry.endsWith('.json'))) {
      const groups: Group[] = JSON.parse(readFileSync(join(folder, part, name), 'utf8'));
      for (const group of groups) yield {...group, file: part + name};
    }
  }
}

function judgeDraft(draft: SchemaDraft, folder: string) {
  const validator = createValidator();
  const counts = {passed: 0, notJudged: 0, otherwise: 0};
  const unlisted: string[] = [];
  for (const {file, description, schema, tests} of readGroups(folder)) {
    const compiled = validator.compile(schema, draft);
    for (const test of tests) {
      const {violations, problems} = compiled.check(test.data);
      const name = `${file} › ${description} › ${test.description}`;
      if (compiled.problems.length + problems.length > 0) {
        counts.notJudged++;
        if (!Object.hasOwn(notJudged, file)) unlisted.push(`not judged: ${name}`);
      } else if ((violations.length === 0) === test.valid) counts.passed++;
      else if (decidedOtherwise.some(([pattern]) => pattern.test(name))) counts.otherwise++;
      else unlisted.push(`${test.valid ? 'falsely refused' : 'falsely accepted'}: ${name}`);
    }
  }
  return {counts, unlisted};
}

const suite = findSuite();
if (suite === null) {
  console.warn('The official JSON Schema suite is not beside the repository: its tests are skipped.');
}

describe.skipIf(suite === null)('the official JSON Schema suite', () => {
  it.each(schemaDrafts)('draft %s: nothing is accepted or refused falsely but what is listed', (draft) => {
    const {counts, unlisted} = judgeDraft(draft, join(suite ?? '', folders[draft]));
    console.info(
      `draft ${draft}: ${counts.passed} passed, ${counts.notJudged} not judged, ${counts.otherwise} decided otherwise`,
    );
    expect(unlisted).toEqual([]);
    expect(counts.passed).toBeGreaterThan(800);
    expect(counts.notJudged).toBeLessThan(60);
  });
});
