import {useMemo, useState} from 'preact/hooks';
import {maskText} from '../../../domain/secrets/mask-text';
import {LongText} from './LongText';
import {ShowCredentials} from './ShowCredentials';

interface MaskedTextProps {
  text: string;
  /** Accessible name of the region. */
  label: string;
}

/** Captured text with its credentials masked, by the same rules as exports, until the user chooses to show them. */
export function MaskedText({text, label}: MaskedTextProps) {
  const [shown, setShown] = useState(false);
  const masked = useMemo(() => maskText(text), [text]);
  return (
    <>
      {masked !== text && <ShowCredentials shown={shown} onChange={setShown} />}
      <LongText label={label} text={shown ? text : masked} />
    </>
  );
}
