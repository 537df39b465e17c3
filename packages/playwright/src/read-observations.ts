import {
  type CapturedRequest,
  type Inspection,
  inspectRequest,
  requestFromParts,
  type Settings,
  withoutCredentials,
} from '@track-inspector/core';
import type {Observation} from './observation';

/** A request without its credentials, and its verdict. */
export interface ReadObservation {
  request: CapturedRequest;
  inspection: Inspection;
}

/** Reads each observation once, and again when its response has arrived: a test that waits reads all of them each time. */
export function createObservationReader(
  settings: Settings,
): (observations: readonly Observation[]) => ReadObservation[] {
  const known = new WeakMap<Observation, {answer: Observation['response']; read: ReadObservation}>();
  return (observations) =>
    observations.map((observation, index) => {
      const id = `request-${index + 1}`;
      const before = known.get(observation);
      if (before?.answer === observation.response && before.read.request.id === id) return before.read;
      const request = toRequest(observation, id);
      const read = {request, inspection: inspectRequest(request, {settings})};
      known.set(observation, {answer: observation.response, read});
      return read;
    });
}

function toRequest({body, response, ...parts}: Observation, id: string): CapturedRequest {
  const made = requestFromParts({
    ...parts,
    id,
    body: body?.length === 0 ? null : body,
    ...(response && {response: {...response, body: response.body ?? undefined}}),
  });
  const request = withoutCredentials(made);
  return body === null ? {...request, body: {kind: 'missing', reason: 'unknown'}} : request;
}
