import {describe, expect, it, vi} from 'vitest';
import type {CapturedRequest} from '../../../domain/capture/captured-request';
import {aRequest} from '../test-support/a-request';
import {anInspection, anIssue} from '../test-support/an-inspection';
import {createTextWatch} from './create-text-watch';

const request = aRequest({body: {kind: 'bytes', bytes: new Uint8Array(3)}});

function watch(found: readonly ReturnType<typeof anIssue>[]) {
  const inspectText = vi.fn((_: CapturedRequest) => found);
  const onFound = vi.fn();
  const onFailure = vi.fn();
  const made = createTextWatch({inspectText, onFound, onFailure, pause: () => Promise.resolve()});
  return {made, inspectText, onFound};
}

describe('the watch over texts', () => {
  it('reads a request when it is opened, once for each body', async () => {
    const {made, inspectText, onFound} = watch([anIssue()]);
    expect(made.issuesOf('r1')).toEqual([]);
    made.open(request, anInspection());
    await vi.waitFor(() => expect(onFound).toHaveBeenCalledWith('r1'));
    expect(made.issuesOf('r1')).toHaveLength(1);
    made.open(request, anInspection());
    expect(inspectText).toHaveBeenCalledTimes(1);
    made.open({...request, body: {kind: 'bytes', bytes: new Uint8Array(4)}}, anInspection());
    await vi.waitFor(() => expect(inspectText).toHaveBeenCalledTimes(2));
  });

  it('forgets what is no longer listed, also while it is being read', async () => {
    const {made, inspectText, onFound} = watch([anIssue()]);
    const pinned = {...request, id: 'pinned'};
    made.open(request, anInspection());
    made.open(pinned, anInspection());
    await vi.waitFor(() => expect(onFound).toHaveBeenCalledTimes(2));
    made.open({...request, id: 'late'}, anInspection());
    made.retain((id) => id === 'pinned');
    made.open(request, anInspection());
    await vi.waitFor(() => expect(onFound).toHaveBeenCalledTimes(3));
    expect(inspectText.mock.calls.map(([{id}]) => id)).toEqual(['r1', 'pinned', 'r1']);
    expect(['pinned', 'late'].map((id) => made.issuesOf(id).length)).toEqual([1, 0]);
  });

  it('says nothing of a text with nothing to say of', async () => {
    const {made, inspectText, onFound} = watch([]);
    made.open(request, anInspection());
    await vi.waitFor(() => expect(inspectText).toHaveBeenCalled());
    expect(onFound).not.toHaveBeenCalled();
    made.open(aRequest({id: 'r2', body: {kind: 'none'}}), anInspection());
    expect(inspectText).toHaveBeenCalledTimes(1);
  });
});
