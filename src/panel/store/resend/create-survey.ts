import {type ReadonlySignal, signal} from '@preact/signals';
import type {ResendOrder, ResendReader} from './resend-reader';
import type {SurveyedRequest} from './resend-survey';

/** The data that was read of the requests to resend. */
export interface Survey {
  /** Null while they are being read. */
  readonly surveyed: ReadonlySignal<readonly SurveyedRequest[] | null>;
  /** How many of them were read. */
  readonly read: ReadonlySignal<number>;
  /** Reads these; a later call replaces this one. */
  run(ids: readonly string[], order: ResendOrder): void;
}

export function createSurvey(
  reader: Pick<ResendReader, 'survey'>,
  onFailure: (error: unknown) => void,
): Survey {
  const surveyed = signal<readonly SurveyedRequest[] | null>(null);
  const read = signal(0);
  let latest: ResendOrder | null = null;
  return {
    surveyed,
    read,
    run(ids, order) {
      surveyed.value = null;
      read.value = 0;
      latest = order;
      const how = {isWanted: () => order === latest, onRead: (count: number) => (read.value = count)};
      reader.survey(ids, order, how).then((found) => {
        // Another run may have started since this one was found to be wanted.
        if (found !== null && how.isWanted()) surveyed.value = found;
      }, onFailure);
    },
  };
}
