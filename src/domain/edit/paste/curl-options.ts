/** What an option of curl means to us. `takes`: it is followed by a value. See curl(1). */
export interface CurlOption {
  name: string;
  takes: boolean;
}

/** Short options in their long form, for those that we read. */
const short: Readonly<Record<string, string>> = {
  A: 'user-agent',
  b: 'cookie',
  d: 'data',
  e: 'referer',
  F: 'form',
  G: 'get',
  H: 'header',
  I: 'head',
  T: 'upload-file',
  u: 'user',
  X: 'request',
};

/** Short options with a value that say nothing about the request itself. */
const shortIgnored = 'cCDEhKmoPQrtUwxyYz';

/** Long options with a value, those that we read and those that we read over. */
const valued = new Set(
  `url request header data data-raw data-binary data-ascii data-urlencode json form form-string user user-agent referer
  cookie upload-file oauth2-bearer url-query output max-time connect-timeout proxy proxy-user cacert capath cert cert-type
  key key-type pass ciphers tls-max tls13-ciphers resolve connect-to interface dns-servers retry retry-delay
  retry-max-time limit-rate max-redirs max-filesize cookie-jar config write-out dump-header range continue-at
  speed-limit speed-time stderr trace trace-ascii unix-socket abstract-unix-socket aws-sigv4 netrc-file noproxy
  pinnedpubkey proto proto-redir proto-default request-target socks5 socks5-hostname socks4 time-cond keepalive-time
  local-port happy-eyeballs-timeout-ms output-dir variable rate parallel-max`.split(/\s+/),
);

/** The option of a long name, without its dashes. */
export function longOption(name: string): CurlOption {
  return {name, takes: valued.has(name)};
}

/** The option of a single letter; an unknown one is taken for a switch. */
export function shortOption(letter: string): CurlOption {
  const name = short[letter];
  if (name !== undefined) return longOption(name);
  return {name: letter, takes: shortIgnored.includes(letter)};
}
