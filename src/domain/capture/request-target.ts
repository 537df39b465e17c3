/** Method and address as observers can be compared by: without fragment, the method in upper case. */
export function toRequestTarget(request: {method: string; url: string}): string {
  return `${request.method.toUpperCase()} ${withoutFragment(request.url)}`;
}

export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}
