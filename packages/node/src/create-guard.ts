import {Script} from 'node:vm';
import type {Plan, PlanChecker, PlanGuard, PlanRule} from '@track-inspector/core';

/** The options of a plan's checker that a guard needs. */
export interface Guarded {
  onRule(rule: PlanRule): void;
  setAside: Set<string>;
}

export interface RuleGuard {
  run: PlanGuard;
  /** For each plan, by the name that messages have for it. */
  watch(plan: string): Guarded;
  /** The checker, which says when none of its rules is running any more. */
  release(checker: PlanChecker): PlanChecker;
}

/** As in the panel. */
const LIMIT_MS = 2_000;

/**
 * Stops a rule that takes too long: patterns and references of a plan can take any amount of time. The rule is set
 * aside, and the work starts again without it.
 */
export function createGuard(note: (text: string) => void, limit = LIMIT_MS): RuleGuard {
  let running: {plan: string; rule: PlanRule; since: number; setAside: Set<string>} | null = null;

  function handle(error: unknown, allowed: number): number {
    if (!isTimeout(error)) throw error;
    // Many events, or a slow machine: no rule is to blame.
    if (running === null || performance.now() - running.since < limit / 2) return 2 * allowed;
    const {plan, rule, setAside} = running;
    setAside.add(rule.id);
    note(`${plan}: ${rule.name ?? rule.call}: this rule took too long, so it is not checked any more.`);
    return allowed;
  }

  return {
    run(work) {
      running = null;
      for (let allowed = limit; ; ) {
        try {
          return runWithin(work, allowed);
        } catch (error) {
          allowed = handle(error, allowed);
        }
      }
    },
    release: (checker) => ({
      ...checker,
      check(event, fields) {
        const verdict = checker.check(event, fields);
        running = null;
        return verdict;
      },
    }),
    watch(plan) {
      const setAside = new Set<string>();
      return {
        setAside,
        onRule(rule) {
          running = {plan, rule, since: performance.now(), setAside};
        },
      };
    },
  };
}

/**
 * Whether a plan needs the guard: only patterns and references can take any amount of time, and guarding a request
 * costs a tenth of a millisecond, more than checking it.
 */
export function isRisky({rules}: Pick<Plan, 'rules'>): boolean {
  return rules.some(({schema}) =>
    /"(?:pattern|patternProperties|\$(?:ref|recursiveRef|dynamicRef))":/.test(JSON.stringify(schema)),
  );
}

const key = Symbol.for('track-inspector.work');
const script = new Script(`globalThis[Symbol.for('track-inspector.work')]()`);

/** Node can only stop what it runs as a script, also inside a regular expression. */
function runWithin<Result>(work: () => Result, timeout: number): Result {
  Object.defineProperty(globalThis, key, {value: work, configurable: true});
  try {
    return script.runInThisContext({timeout});
  } finally {
    Reflect.deleteProperty(globalThis, key);
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
