import {useEffect, useState} from 'preact/hooks';

/**
 * What takes long to work out, in a task of its own after the rest was painted; null until then, and again whenever it is
 * worked out `of` something else.
 */
export function useSoon<Value>(work: () => Value, of: unknown): Value | null {
  const [done, setDone] = useState<{of: unknown; value: Value} | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDone({of, value: work()}));
    return () => clearTimeout(timer);
  }, [of]);
  return done !== null && done.of === of ? done.value : null;
}
