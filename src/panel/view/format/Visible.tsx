import {hasHidden, replaceHidden, toEscape} from '../../../domain/bytes/hidden-characters';

/** Splits around each character that can't be seen; tabs and line breaks can. */
const HIDDEN = /((?![\t\n])[\p{Cc}\u2028\u2029]|(?![\u200c\u200d])\p{Cf})/u;

/** Captured text over several lines, with a mark wherever a character can't be seen. */
export function Visible({text}: {text: string}) {
  if (!hasHidden(text.replace(/[\t\n]/g, ' '))) return <>{text}</>;
  return (
    <>
      {text.split(HIDDEN).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <span key={index} class="hidden-character" title="Invisible character">
            {replaceHidden(part, toEscape)}
          </span>
        ),
      )}
    </>
  );
}
