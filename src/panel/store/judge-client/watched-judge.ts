import type {JudgeConnection, StartJudge} from '../judge/judge-connection';
import type {FromJudge, ToJudge} from '../judge/judge-messages';
import type {UnderWay} from './hang-history';
import {createWatchdog} from './watchdog';

/** The messages of a judge, except signs of life. */
export type SaidByJudge = Exclude<FromJudge, {type: 'pong' | 'under-way'}>;

export interface WatchedJudgeOptions {
  startJudge: StartJudge;
  onMessage(message: SaidByJudge): void;
  /** The judge had work and was silent for too long, so it was stopped. */
  onHang(underWay: UnderWay): void;
}

/** A judge that is stopped when it hangs. */
export interface WatchedJudge extends JudgeConnection {
  /** Starts another judge. */
  start(): void;
}

/** In milliseconds: a judge that has work and is silent for longer is considered to hang. */
const SILENT_MS = 2_000;
/** Reading a tracking plan of 15 MB takes longer, and cannot be divided. */
const SILENT_AT_PLAN_MS = 20_000;

export function createWatchedJudge({startJudge, onMessage, onHang}: WatchedJudgeOptions): WatchedJudge {
  let judge: JudgeConnection | null = null;
  let underWay: UnderWay = {id: null};
  const watchdog = createWatchdog({
    ping: (number) => judge?.post({type: 'ping', number}),
    allowed: () => (underWay.part?.rule === null ? SILENT_AT_PLAN_MS : SILENT_MS),
    onSilent() {
      judge?.end();
      onHang(underWay);
    },
  });

  function receive(message: FromJudge): void {
    watchdog.heard();
    if (message.type === 'pong') watchdog.answered(message.number, message.idle);
    else if (message.type === 'under-way') underWay = message;
    else onMessage(message);
  }

  return {
    start() {
      underWay = {id: null};
      judge = startJudge(receive);
    },
    post(message: ToJudge) {
      if (judge === null) return;
      judge.post(message);
      watchdog.watch();
    },
    end() {
      watchdog.stop();
      judge?.end();
      judge = null;
    },
  };
}
