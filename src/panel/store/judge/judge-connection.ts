import type {FromJudge, ToJudge} from './judge-messages';

/** A judge and the way to it: a worker in the panel, one in the same thread in tests. */
export interface JudgeConnection {
  post(message: ToJudge): void;
  /** Ends it, whatever it is doing; nothing is heard of it after that. */
  end(): void;
}

/** Starts a judge that tells `listen` what it has to say. */
export type StartJudge = (listen: (message: FromJudge) => void) => JudgeConnection;
