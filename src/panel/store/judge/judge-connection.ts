import type {FromJudge, ToJudge} from './judge-messages';

/** A judge and its connection: a worker in the panel, or in the same thread in tests. */
export interface JudgeConnection {
  post(message: ToJudge): void;
  /** Stops it at once; it sends nothing after that. */
  end(): void;
}

/** Starts a judge that sends its messages to `listen`. */
export type StartJudge = (listen: (message: FromJudge) => void) => JudgeConnection;
