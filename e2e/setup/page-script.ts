import {isShown, nameOf, selectorOfRole} from './accessible-name';
import {nextFrame} from './frames';
import {locate} from './locate';

/**
 * The source of an expression that calls `run` with `argument` inside a page. Tools that strip types may put calls of a
 * helper named `__name` into functions, which the page lacks.
 */
export function toExpression(run: (argument: never) => unknown, argument: unknown): string {
  const text = argument === undefined ? 'undefined' : JSON.stringify(argument);
  return `(() => {const __name = (f) => f; ${helpers}; return (${String(run)})(${text});})()`;
}

/** A function that runs in a page may call these; it declares what it uses of them. */
const helpers = `const nameOf = ${String(nameOf)}, isShown = ${String(isShown)}, selectorOfRole = ${JSON.stringify(selectorOfRole)}, locate = ${String(locate)}, nextFrame = ${String(nextFrame)}`;
