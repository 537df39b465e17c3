import {useEffect, useState} from 'preact/hooks';

/**
 * Computes a slow value in a separate task after painting, and again whenever `of` changes. Until then it keeps its
 * previous value, so that nothing moves meanwhile; null: none yet.
 */
export function useSoon<Value>(work: () => Value, of: unknown): Value | null {
  const [done, setDone] = useState<Value | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setDone(() => work()));
    return () => clearTimeout(timer);
  }, [of]);
  return done;
}
