import {parentPort, workerData} from 'node:worker_threads';
import type {JsonObject} from '../../src/domain/json/json-value';
import {createPlanChecker} from '../../src/domain/plans/check-event';
import {readPlan} from '../../src/domain/plans/read-plan';
import {createValidator} from '../../src/domain/plans/validator';
import {wireFormats} from '../../src/domain/protocols/wire-formats';

/** Runs the judge's checks of a plan in a thread that can be ended: it reports which rule runs, then the result. */
const {text, setAside, events}: {text: string; setAside: string[]; events: JsonObject[]} = workerData;

const reading = await readPlan([{name: 'plan.json', text}]);
if (!reading.ok) throw new Error(reading.message);
const checker = createPlanChecker(reading.plan, createValidator(), {
  setAside: new Set(setAside),
  onRule: ({id}) => parentPort?.postMessage({rule: id}),
});
const {fields} = wireFormats['thrivestack-track'];
const codes = events.map((value) => {
  const {violations, skipped} = checker.check({type: 'track', name: String(value.event_name), value}, fields);
  return skipped.length > 0 ? 'skipped' : violations.map(({keyword}) => keyword).join();
});
parentPort?.postMessage({codes});
