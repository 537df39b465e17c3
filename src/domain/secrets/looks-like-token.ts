import {MASK} from '../bytes/mask';

/** Prefixes of the keys and tokens of well-known issuers (from their own documents; the rules of gitleaks list the same). */
const prefixes = [
  ...[
    'sk_live_',
    'sk_test_',
    'rk_live_',
    'rk_test_',
    'whsec_',
    'ghp_',
    'gho_',
    'ghu_',
    'ghs_',
    'ghr_',
    'github_pat_',
  ],
  ...[
    'glpat-',
    'gldt-',
    'glrt-',
    'glptt-',
    'xoxa-',
    'xoxb-',
    'xoxc-',
    'xoxd-',
    'xoxe-',
    'xoxp-',
    'xoxr-',
    'xoxs-',
    'xapp-',
  ],
  ...[
    'AKIA',
    'ASIA',
    'AIza',
    'ya29.',
    'GOCSPX-',
    'SG.',
    'npm_',
    'pypi-',
    'hf_',
    'dop_v1_',
    'doo_v1_',
    'shpat_',
    'shpss_',
  ],
  ...[
    'sk-ant-',
    'sk-proj-',
    'sk-svcacct-',
    'lin_api_',
    'ntn_',
    'dckr_pat_',
    'hvs.',
    'hvb.',
    'phx_',
    'sntrys_',
    'NRAK-',
  ],
  ...[
    'figd_',
    'pat-na1-',
    'pat-eu1-',
    'EAACEdEose0cBA',
    'PMAK-',
    'rubygems_',
    'sq0atp-',
    'sq0csp-',
    'tfp_',
    'pscale_',
  ],
];

const MIN_LENGTH = 20;
/** The characters of tokens; a sequence of them is checked as a whole. */
const run = /[\w.-]{20,}/g;

/** True for a JSON Web Token, or text that has the prefix and length of a well-known issuer's keys. */
export function looksLikeToken(text: string): boolean {
  return text.length >= MIN_LENGTH && /^[\w.-]+$/.test(text) && isToken(text);
}

/**
 * True for text that is unlikely to be a word: 20 or more characters with digits and letters of both cases, or 32
 * hexadecimal digits. A UUID is an ID and not a token.
 */
export function looksRandom(text: string): boolean {
  if (looksLikeToken(text)) return true;
  if (text.length < MIN_LENGTH || !/^[\w.~+/=-]+$/.test(text)) return false;
  if (/^[0-9a-f]{32,}$/i.test(text)) return true;
  return /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text) && !/^\d{4}-\d\d-\d\dT/.test(text);
}

/** A private key in the format of files (RFC 7468), also with JSON escapes. */
const privateKey =
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?:[^"'<>{}-]|-(?!----))*(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g;

/** The text with everything that looks like a token masked; unchanged if there is nothing. */
export function maskTokens(text: string): string {
  return (text.includes('PRIVATE KEY-----') ? text.replace(privateKey, MASK) : text)
    .replace(run, (found) => (isToken(found) ? MASK : maskJsonWebToken(found)))
    .replace(/\b(Bearer|Basic)( +)(?=[\w.~+/=-]*\d)[\w.~+/=-]{8,}/gi, `$1$2${MASK}`);
}

function isToken(text: string): boolean {
  return prefixes.some((prefix) => text.startsWith(prefix)) || /^eyJ[\w-]+\.eyJ[\w-]*\.[\w-]*$/.test(text);
}

/** One that follows a point, as in `token.eyJ….eyJ….…`. */
function maskJsonWebToken(text: string): string {
  if (!text.includes('.eyJ')) return text;
  const parts = text.split('.');
  const first = parts.findIndex((part, at) => part.startsWith('eyJ') && parts[at + 1]?.startsWith('eyJ'));
  return first < 0 ? text : [...parts.slice(0, first), MASK, ...parts.slice(first + 3)].join('.');
}
