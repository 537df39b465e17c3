import {describe, expect, it} from 'vitest';
import {inspectRequest, inspectSession} from '../inspect-request';
import type {Example} from '../testing/examples/example';
import {ruleExamples} from '../testing/examples/rule-examples';
import {describeIssue} from './describe/describe-issue';
import type {Issue} from './issue';
import type {Rule} from './rule';
import {type BuiltInCode, builtInRules, type RuleCode, ruleCatalogue} from './rule-catalogue';
import {toRulesDocument} from './to-rules-document';

const codes = Object.keys(builtInRules) as BuiltInCode[];
const allCodes = Object.keys(ruleCatalogue) as RuleCode[];
const found = new Map<Example, Issue[]>();

/** Each example once: one of them decompresses 32 MB. */
function inspect(example: Example): Issue[] {
  const known = found.get(example);
  if (known) return known;
  const inspections = example.requests().map((request) => inspectRequest(request));
  const issues = [...inspections.flatMap((inspection) => inspection.issues), ...inspectSession(inspections)];
  found.set(example, issues);
  return issues;
}

describe('the rule catalogue', () => {
  it.each(codes)(
    '%s is found in its bad example and not in its good one',
    (code) => {
      const {good, bad} = ruleExamples[code];
      expect(inspect(bad).map((issue) => issue.code)).toContain(code);
      expect(inspect(good).map((issue) => issue.code)).not.toContain(code);
    },
    60_000,
  );

  it.each(codes)('the good example of %s has no error at all', (code) => {
    expect(inspect(ruleExamples[code].good).filter(({severity}) => severity === 'error')).toEqual([]);
  });

  it.each(allCodes)('%s has a stable code and says its reason in sentences', (code) => {
    const {title, reason, source, alsoIn}: Rule = ruleCatalogue[code];
    expect(code).toMatch(/^(plan\/)?[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(title).not.toMatch(/\.$/);
    expect(reason).toMatch(/^[A-Za-z"_].*\.$/);
    expect(source.document).not.toBe('');
    for (const {url} of [source, ...(alsoIn ?? [])]) expect(url ?? 'https://').toMatch(/^https:\/\//);
  });

  it('speaks to people in the messages of all bad examples', () => {
    for (const issue of codes.flatMap((code) => inspect(ruleExamples[code].bad).slice(0, 20))) {
      const {message} = describeIssue(issue);
      expect(message).toMatch(/[.?]$/);
      expect(message.length).toBeLessThan(700);
      // Words from messages of validators and engines.
      expect(message).not.toMatch(
        /Invalid input|Unexpected token|invalid_type|undefined$|\[object|\{detail\}/,
      );
    }
  });

  it('is what RULES.md says (vitest run src/domain/verdict/rule-catalogue.test.ts -u writes it)', async () => {
    await expect(toRulesDocument(ruleCatalogue, ruleExamples)).toMatchFileSnapshot('../../../RULES.md');
  });
});
