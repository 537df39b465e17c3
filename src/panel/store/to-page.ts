/** Fragments and queries change while a page stays the same to its reader. */
export function toPage(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return url;
  const {host, pathname, protocol} = new URL(url);
  return host === '' ? `${protocol}${pathname}` : `${host}${pathname}`;
}
