import type {QuickFix} from '../../../../../domain/edit/fixes/quick-fix';

/** An issue in the editor's tooltip, with a button for each fix. Created when it is shown. */
export function renderIssue(
  message: string,
  fixes: readonly QuickFix[],
  apply: (fix: QuickFix) => void,
): HTMLElement {
  const box = document.createElement('div');
  const words = document.createElement('div');
  words.textContent = message;
  box.append(words);
  for (const fix of fixes) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'cm-diagnosticAction';
    button.textContent = fix.title;
    button.onmousedown = (event) => {
      event.preventDefault();
      apply(fix);
    };
    box.append(button);
  }
  return box;
}
