/** Parameters of the script in the page: JSON only. */
export interface PageFetch {
  url: string;
  method: string;
  headers: [string, string][];
  /** The body's bytes in Base64; null for none. */
  body: string | null;
  credentials: 'omit' | 'include';
  redirect: 'follow' | 'manual';
  cache?: 'no-store';
  /** Only a page of this origin may send this: the tab may show another one by now. */
  origin: string;
  timeoutMs: number;
  /** Name of the event on the document that cancels it. */
  cancelEvent: string;
  /** In bytes: the response is not read beyond this. */
  limit: number;
}

export type PageAnswer =
  | {
      state: 'answered';
      type: string;
      status: number;
      statusText: string;
      headers: [string, string][];
      text: string;
      cut: boolean;
    }
  /** `status` is that of a response that began. */
  | {state: 'refused' | 'failed'; error: string; status?: number | undefined};

/**
 * Runs in the page itself, with its origin, cookies, policies and wrappers around `fetch`. The browser sends the text
 * of this function into the page, so it uses nothing from outside itself.
 */
export async function fetchInPage(request: PageFetch): Promise<PageAnswer> {
  const {url, body, origin, timeoutMs, cancelEvent, limit, ...init} = request;
  /** Like `readAnswer`, in the charset that the response names. */
  async function readText(response: Response): Promise<{text: string; cut: boolean}> {
    // If the page has replaced `fetch`, this may not be a full Response.
    const reader = response.body?.getReader?.();
    if (reader === undefined) {
      const whole = await response.text();
      return {text: whole.slice(0, limit), cut: whole.length > limit};
    }
    let decoder: TextDecoder | undefined;
    let text = '';
    let size = 0;
    while (size <= limit) {
      const {done, value} = await reader.read();
      if (done) break;
      decoder ??= toDecoder(response.headers.get('content-type') ?? '', value);
      text += decoder.decode(value.subarray(0, limit - size), {stream: true});
      size += value.length;
    }
    if (size > limit) await reader.cancel();
    return {text: text + (decoder?.decode() ?? ''), cut: size > limit};
  }
  function toDecoder(contentType: string, [first, second]: Uint8Array): TextDecoder {
    if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
    if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
    try {
      return new TextDecoder(/charset="?([^";\s]+)/i.exec(contentType)?.[1] ?? 'utf-8');
    } catch {
      // If browsers do not know the charset, the response is read as UTF-8, as without a charset.
      return new TextDecoder();
    }
  }
  if (location.origin !== origin) {
    return {state: 'refused', error: `Nothing was sent: the tab now shows ${location.origin}.`};
  }
  const canceller = new AbortController();
  const cancel = () => canceller.abort();
  document.addEventListener(cancelEvent, cancel);
  let status: number | undefined;
  try {
    const response = await fetch(url, {
      ...init,
      body: body === null ? null : Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0)),
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), canceller.signal]),
    });
    ({status} = response);
    return {
      state: 'answered',
      type: response.type,
      status,
      statusText: response.statusText,
      headers: [...response.headers],
      ...(await readText(response)),
    };
  } catch (error) {
    // The page does not have our code, such as `toErrorMessage`.
    return {state: 'failed', error: error instanceof Error ? error.message : String(error), status};
  } finally {
    document.removeEventListener(cancelEvent, cancel);
  }
}
