/** "api.app.thrivestack.ai/api/track" */
export function toEndpoint(url: string): string {
  if (!URL.canParse(url)) return url;
  const {host, pathname} = new URL(url);
  return `${host}${pathname}`;
}
