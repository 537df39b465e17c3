import type {Observation} from '../../../domain/capture/observation';

/** An observation on its way into the log. */
export interface QueuedObservation {
  observation: Observation;
  /** Of its record, should it be a new one. */
  newId: string;
}
