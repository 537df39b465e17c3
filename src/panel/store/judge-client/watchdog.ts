export interface WatchdogOptions {
  /** Asks for a sign of life; the judge answers with the same number. */
  ping(number: number): void;
  /** How long the judge may be silent now, in milliseconds. */
  allowed(): number;
  onSilent(): void;
}

/** Watches a judge while it has work to do. */
export interface Watchdog {
  /** The judge received work. */
  watch(): void;
  /** The judge sent a message. */
  heard(): void;
  answered(number: number, isIdle: boolean): void;
  stop(): void;
}

/** Interval of pings while the judge works, in milliseconds. */
const PULSE_MS = 500;
/** If this thread was busy, messages that the judge sent in time may still be waiting. */
const HEARING_MS = 50;

export function createWatchdog({ping, allowed, onSilent}: WatchdogOptions): Watchdog {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastHeard = 0;
  let pinged = 0;

  function watch(): void {
    if (timer !== null) return;
    lastHeard = performance.now();
    timer = setTimeout(look, allowed());
    ping(++pinged);
  }

  function look(): void {
    const silent = performance.now() - lastHeard;
    const late = silent - allowed();
    if (late >= HEARING_MS) {
      stop();
      onSilent();
    } else timer = setTimeout(look, late < 0 ? -late : HEARING_MS);
  }

  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  return {
    watch,
    heard() {
      lastHeard = performance.now();
    },
    answered(number, isIdle) {
      if (number !== pinged) return;
      stop();
      if (isIdle) return;
      timer = setTimeout(() => {
        timer = null;
        watch();
      }, PULSE_MS);
    },
    stop,
  };
}
