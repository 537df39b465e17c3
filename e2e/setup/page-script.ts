import {isShown, nameOf, selectorOfRole} from './accessible-name';
import {nextFrame} from './frames';
import {locate} from './locate';

/**
 * The source of an expression that calls `run` with `argument` inside a page. Tools that strip types may add calls of
 * a helper named `__name` to functions, which the page does not have.
 */
export function toExpression(run: (argument: never) => unknown, argument: unknown): string {
  const text = argument === undefined ? 'undefined' : JSON.stringify(argument);
  return `(() => {const __name = (f) => f; ${helpers}; return (${String(run)})(${text});})()`;
}

/** A function that runs in a page may call these, if it declares them. */
const helpers = `const nameOf = ${String(nameOf)}, isShown = ${String(isShown)}, selectorOfRole = ${JSON.stringify(selectorOfRole)}, locate = ${String(locate)}, nextFrame = ${String(nextFrame)}`;
