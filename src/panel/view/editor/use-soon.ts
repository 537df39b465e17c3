import {useEffect, useState} from 'preact/hooks';

/** What is worked out a little later than it is asked for. */
export interface Soon<Value> {
  /** Null: nothing was worked out yet. */
  value: Value | null;
  /** It was worked out of what is now; if not, what was before is kept, so that nothing moves meanwhile. */
  isCurrent: boolean;
}

/**
 * What takes long to work out, in a task of its own after the rest was painted, and again whenever it is to be worked out
 * `of` something else.
 */
export function useSoon<Value>(work: () => Value, of: unknown): Soon<Value> {
  const [done, setDone] = useState<{of: unknown; value: Value} | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDone({of, value: work()}));
    return () => clearTimeout(timer);
  }, [of]);
  return {value: done?.value ?? null, isCurrent: done !== null && done.of === of};
}
