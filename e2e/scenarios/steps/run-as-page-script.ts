import type {Page} from '../../setup/browser-driver';
import {toExpression} from '../../setup/page-script';

/**
 * Runs a function in a script element of the page. A driver's own scripts may have a realm of their own in front of the page
 * (Firefox): what a page has of functions and prototypes is seen by its own scripts only.
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
