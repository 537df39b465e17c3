import {createPlanChecker} from '../../src/domain/plans/check-event';
import {createCoverage} from '../../src/domain/plans/coverage/coverage';
import {readPlan} from '../../src/domain/plans/read-plan';
import {createValidator} from '../../src/domain/plans/validator';
import {wireFormats} from '../../src/domain/protocols/wire-formats';

/** Measurements of tracking plans, in milliseconds; `parse` is JSON.parse of the same events. */
export interface PlanFigures {
  import: number;
  /** First use of all 500 rules. */
  compile: number;
  check10: {parse: number; check: number};
  check48: {parse: number; check: number};
  /** Counting 100,000 events and making their rows. */
  coverage: number;
}

const RULES = 500;
const EVENTS = 1000;

/** A plan with 500 events × 48 properties, 1,000 events checked against it, and coverage of 100,000. */
export async function measurePlans(): Promise<PlanFigures> {
  const text = JSON.stringify({
    events: Object.fromEntries(Array.from({length: RULES}, (_, i) => [`Event ${i}`, toSchema(48)])),
  });
  const started = performance.now();
  const reading = await readPlan([{name: 'plan.json', text}]);
  const imported = performance.now() - started;
  if (!reading.ok) throw new Error(reading.message);
  const checker = createPlanChecker(reading.plan, createValidator());
  const {fields} = wireFormats['thrivestack-track'];
  const check = (events: readonly ReturnType<typeof toEvent>[]) =>
    timed(() => {
      for (const value of events) {
        const {violations} = checker.check({type: 'track', name: value.event_name, value}, fields);
        if (violations.length > 0) throw new Error('a valid event is called wrong');
      }
    });
  const compile = check(Array.from({length: RULES}, (_, i) => toEvent(i, 1)));
  const figures = (size: number) => {
    const events = Array.from({length: EVENTS}, (_, i) => toEvent(i % RULES, size));
    const json = JSON.stringify(events);
    return {parse: median(() => timed(() => JSON.parse(json))), check: median(() => check(events))};
  };
  return {
    import: imported,
    compile,
    check10: figures(10),
    check48: figures(48),
    coverage: timed(() => countEvents(checker.plan)),
  };
}

function toSchema(size: number) {
  const kinds = [
    {type: 'string', maxLength: 100},
    {type: 'integer', minimum: 0},
    {type: 'boolean'},
    {enum: ['a', 'b']},
  ];
  const names = Array.from({length: size}, (_, i) => `property_${i}`);
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name, i) => [name, kinds[i % kinds.length]])),
    required: ['property_0'],
    additionalProperties: false,
  };
}

function toEvent(kind: number, size: number) {
  const values = ['some text', 42, true, 'a'];
  const properties = Object.fromEntries(
    Array.from({length: size}, (_, i) => [`property_${i}`, values[i % values.length] ?? null]),
  );
  return {event_name: `Event ${kind}`, user_id: 'u', properties};
}

function countEvents(plan: Parameters<typeof createCoverage>[0]): void {
  const coverage = createCoverage(plan);
  const {properties} = toEvent(0, 10);
  for (let i = 0; i < 100_000; i++) {
    const name = `Event ${i % RULES}`;
    coverage.add({
      request: `r${i}`,
      event: 0,
      type: 'track',
      name,
      at: i,
      page: 'https://app.example/',
      host: 'api.example',
      release: null,
      properties,
      rule: `track/${name}`,
      isFaulty: i % 10 === 0,
    });
  }
  if (coverage.rows().length !== RULES) throw new Error('a rule is missing');
}

function timed(task: () => void): number {
  const started = performance.now();
  task();
  return performance.now() - started;
}

function median(measure: () => number): number {
  const all = Array.from({length: 5}, measure).sort((left, right) => left - right);
  return all[2] ?? 0;
}
