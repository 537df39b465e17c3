import {hasHidden, replaceHidden, toEscape} from '../../../domain/bytes/hidden-characters';

/** Splits around each invisible character; tabs and line breaks are visible. */
const HIDDEN = /((?![\t\n])[\p{Cc}\u2028\u2029]|(?![\u200c\u200d])\p{Cf})/u;

/** Captured text with line breaks, with a mark at each invisible character. */
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
