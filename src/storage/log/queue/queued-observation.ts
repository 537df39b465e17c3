import type {Observation} from '../../../domain/capture/observation';

/** An observation waiting to be written. */
export interface QueuedObservation {
  observation: Observation;
  /** ID in case a new record is created. */
  newId: string;
}
