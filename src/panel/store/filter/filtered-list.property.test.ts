import fc from 'fast-check';
import {expect, it, vi} from 'vitest';
import type {CapturedRequest, Outcome} from '../../../domain/capture/captured-request';
import {propertyOptions} from '../../../domain/testing/property-options';
import {aRequest} from '../test-support/a-request';
import {anEvent, anInspection} from '../test-support/an-inspection';
import {createTestStore} from '../test-support/create-test-store';

const outcomes: readonly Outcome[] = [
  {state: 'pending'},
  {state: 'failed', error: 'net::ERR_ABORTED', endedAt: null},
  {state: 'unknown', reason: 'Sent, no answer seen.'},
];
const names = ['left_behind', 'given_up'];
const lines = ['is:failed given_up', 'is:failed', '', '-is:failed', 'given', 'is:failed left'];

type Step = {put: string; outcome: number} | {remove: string} | {type: string} | {wait: true};
const anId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {weight: 5, arbitrary: fc.record({put: anId, outcome: fc.nat({max: outcomes.length - 1})})},
  {weight: 1, arbitrary: fc.record({remove: anId})},
  {weight: 4, arbitrary: fc.record({type: fc.constantFrom(...lines)})},
  {weight: 2, arbitrary: fc.constant({wait: true as const})},
);

const nameOf = (id: string) => names[id.charCodeAt(0) % names.length] ?? '';
const inspect = ({id}: CapturedRequest) =>
  anInspection({requestId: id, events: [anEvent({name: nameOf(id), value: {event_name: nameOf(id)}})]});

/** The same, computed directly. */
function passes(line: string, {id, outcome}: CapturedRequest): boolean {
  const isFailed = outcome.state === 'failed';
  return line.split(' ').every((word) => {
    if (word === 'is:failed') return isFailed;
    return word === '-is:failed' ? !isFailed : nameOf(id).includes(word);
  });
}

it('the list is what the filter finds in the log, whatever changes while it is typed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aStep, {minLength: 2, maxLength: 25}),
      fc.constantFrom(...lines),
      async (steps, last) => {
        const test = createTestStore({inspect});
        await test.store.start();
        const log = new Map<string, CapturedRequest>();
        // A removed ID is never used again.
        const gone = new Set<string>();
        for (const step of steps) {
          if ('put' in step) {
            if (gone.has(step.put)) continue;
            const request = aRequest({id: step.put, outcome: outcomes[step.outcome] ?? {state: 'pending'}});
            log.set(request.id, request);
            void test.log.put(request);
          } else if ('remove' in step) {
            log.delete(step.remove);
            gone.add(step.remove);
            void test.log.remove([step.remove]);
          } else if ('type' in step) test.store.filter.setText(step.type);
          else await new Promise((resolve) => setTimeout(resolve));
        }
        test.store.filter.setText(last);
        const wanted = [...log.values()].filter((request) => passes(last, request)).map(({id}) => id);
        await vi.waitFor(() => {
          const {applied} = test.store.filter;
          const listed = test.store.list.entries.value.filter((entry) => applied.value.match(entry) !== null);
          expect(listed.map(({id}) => id).sort()).toEqual(wanted.sort());
        });
      },
    ),
    propertyOptions(1_000),
  );
}, 120_000);
