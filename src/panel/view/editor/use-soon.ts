import {useEffect, useState} from 'preact/hooks';

/**
 * What takes long to work out, in a task of its own after the rest was painted, and again whenever it is worked out `of`
 * something else. Until then it is what it was before, so that nothing moves meanwhile; null: nothing yet.
 */
export function useSoon<Value>(work: () => Value, of: unknown): Value | null {
  const [done, setDone] = useState<Value | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDone(() => work()));
    return () => clearTimeout(timer);
  }, [of]);
  return done;
}
