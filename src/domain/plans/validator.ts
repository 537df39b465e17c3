import {
  compileSchema,
  type Draft,
  draft04,
  draft06,
  draft07,
  draft2019,
  draft2020,
  extendDraft,
} from 'json-schema-library';
import {addFormats} from 'json-schema-library/formats';
import type {JsonValue} from '../json/json-value';
import {toErrorMessage} from '../to-error-message';
import {toOwnKeywords} from './validate/own-keywords';
import {prepareSchema} from './validate/prepare-schema';
import type {SchemaDraft} from './validate/schema-draft';
import type {SchemaProblem} from './validate/schema-problem';
import {toViolation} from './validate/to-violation';
import {MAX_VIOLATIONS, type Violation} from './validate/violation';

/** The result of a schema for one value. */
export interface SchemaVerdict {
  /** At most `MAX_VIOLATIONS`. */
  violations: readonly Violation[];
  /** There were more. */
  isCut: boolean;
  /** Faults of the schema that were only found with this value, which is not their cause. */
  problems: readonly SchemaProblem[];
}

export interface CompiledSchema {
  /** Faults of the schema; the affected parts are not checked. */
  problems: readonly SchemaProblem[];
  check(value: JsonValue): SchemaVerdict;
}

/**
 * JSON Schema behind our own interface: findings are data, formats are checked in every draft, nothing is fetched,
 * and faults of a schema are reported as such. Neither function throws. A hostile schema may take any amount of time,
 * so callers must run it where it can be stopped.
 */
export interface Validator {
  compile(schema: JsonValue, draft: SchemaDraft): CompiledSchema;
}

/** Created once: it prepares the library's five drafts. */
export function createValidator(): Validator {
  const drafts: Record<SchemaDraft, Draft> = {
    '04': toOwnDraft(draft04),
    '06': toOwnDraft(draft06),
    '07': toOwnDraft(draft07),
    '2019-09': toOwnDraft(draft2019),
    '2020-12': toOwnDraft(draft2020),
  };
  return {compile: (schema, draft) => compile(schema, draft, drafts[draft])};
}

function toOwnDraft(draft: Draft): Draft {
  const own = extendDraft(draft, {keywords: toOwnKeywords(draft.keywords)});
  addFormats([own]);
  return own;
}

function compile(schema: JsonValue, draft: SchemaDraft, library: Draft): CompiledSchema {
  const prepared = prepareSchema(schema, draft);
  try {
    const node = compileSchema(prepared.schema, {drafts: [library]});
    const more = (node.schemaErrors ?? []).map(
      ({data}): SchemaProblem => ({
        code: 'malformed-keyword',
        pointer: data.pointer.replace(/^#/, ''),
        found: String(data.message),
      }),
    );
    return {problems: [...prepared.problems, ...more], check: (value) => check(node, value)};
  } catch (error) {
    const problem = explainGivingUp(error);
    const verdict = {violations: [], isCut: false, problems: [problem]};
    return {problems: [...prepared.problems, problem], check: () => verdict};
  }
}

function check(node: ReturnType<typeof compileSchema>, value: JsonValue): SchemaVerdict {
  try {
    const {errors} = node.validate(value, '');
    if (errors.length === 0) return accepted;
    const problems = errors
      .filter(({code}) => code === 'ref-error')
      .map(({data}): SchemaProblem => ({code: 'unresolved-ref', pointer: '', found: String(data.ref)}));
    const faults = errors.filter(({code}) => code !== 'ref-error');
    return {
      violations: faults.slice(0, MAX_VIOLATIONS).map(toViolation),
      isCut: faults.length > MAX_VIOLATIONS,
      problems,
    };
  } catch (error) {
    return {violations: [], isCut: false, problems: [explainGivingUp(error)]};
  }
}

const accepted: SchemaVerdict = {violations: [], isCut: false, problems: []};

/** An engine that runs out of stack throws a RangeError, which here only a reference to itself can cause. */
function explainGivingUp(error: unknown): SchemaProblem {
  if (error instanceof RangeError) return {code: 'endless-ref', pointer: '', found: ''};
  return {code: 'not-checkable', pointer: '', found: toErrorMessage(error)};
}
