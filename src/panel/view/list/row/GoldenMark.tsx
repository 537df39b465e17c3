import type {Selected} from '../../../store/detail/selected';
import {toMarkKey} from '../../../store/golden/golden-comparison';
import {useStore} from '../../store-context';

/** How an event differs from the golden session, if it does. */
export function GoldenMark({row}: {row: Selected}) {
  const word = useStore().goldenMarks.value.get(toMarkKey(row));
  if (word === undefined) return null;
  return (
    <span class="golden-mark" title={`${word}, compared with the golden session`}>
      {word}
    </span>
  );
}
