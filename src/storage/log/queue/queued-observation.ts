import type {Observation} from '../../../domain/capture/observation';

/** An observation waiting to be written. */
export interface QueuedObservation {
  observation: Observation;
  /** ID in case a new record is created. */
  newId: string;
  /** Called instead of writing it if webRequest may soon report to which of several requests it belongs. */
  postpone?(): void;
}
