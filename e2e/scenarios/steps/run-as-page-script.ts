import type {Page} from '../../setup/browser-driver';
import {toExpression} from '../../setup/page-script';

/**
 * Runs a function in a script element of the page. In Firefox a driver's scripts may have a separate realm in front
 * of the page, and only the page's own scripts see the page's functions and prototypes.
 */
export async function runAsPageScript<Argument>(
  page: Page,
  run: (argument: Argument) => unknown,
  argument: Argument,
): Promise<void> {
  await page.evaluate(
    (source) => {
      const script = document.createElement('script');
      script.textContent = source;
      document.head.append(script);
      script.remove();
    },
    toExpression(run as (argument: never) => unknown, argument),
  );
}
