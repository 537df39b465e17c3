/** Method and address in a form in which observers can be compared: without fragment, the method in uppercase. */
export function toRequestTarget(request: {method: string; url: string}): string {
  return `${request.method.toUpperCase()} ${withoutFragment(request.url)}`;
}

export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}
