import type {CapturedBody} from '../../../domain/capture/captured-request';
import type {Observation} from '../../../domain/capture/observation';
import {bytesOfBody} from '../request-rows';
import type {QueuedObservation} from './queued-observation';

/** The data that is stored if the disk is full. */
export function withoutBody(item: QueuedObservation): QueuedObservation {
  return {...item, observation: shortenBodies(item.observation)};
}

function shortenBodies(observation: Observation): Observation {
  if (observation.source === 'har') {
    const {answer} = observation;
    return {
      ...observation,
      body: shorten(observation.body),
      answer: answer && {...answer, body: {kind: 'missing', reason: 'not-observed'}},
    };
  }
  return 'body' in observation ? {...observation, body: shorten(observation.body)} : observation;
}

function shorten(body: CapturedBody): CapturedBody {
  const size = bytesOfBody(body);
  return size === 0 ? body : {kind: 'missing', reason: 'not-stored', ...(body.kind === 'bytes' && {size})};
}
