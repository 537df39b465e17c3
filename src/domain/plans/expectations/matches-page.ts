/** Without regular expressions, which could hang: the parts between stars must follow each other. */
export function matchesPage(pattern: string, page: string): boolean {
  const parts = pattern.split('*');
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return pattern === page;
  const last = rest.pop() ?? '';
  if (!page.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = page.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return page.length - last.length >= at && page.endsWith(last);
}
