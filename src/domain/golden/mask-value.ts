import {MASK} from '../bytes/mask';
import {isEmailAddress} from '../checks/is-email-address';
import {canParseUrl} from '../parse-url';
import {maskValue as maskSecret} from '../secrets/mask-text';

/** Personal data, by the name of the member without case and separators. */
const personal = new Set([
  ...['email', 'mail', 'emailaddress', 'phone', 'phonenumber', 'mobile', 'tel', 'telephone'],
  ...['firstname', 'lastname', 'fullname', 'middlename', 'surname', 'username', 'displayname', 'nickname'],
  ...['contactname', 'avatar', 'title'],
  ...[
    'address',
    'street',
    'zip',
    'zipcode',
    'postalcode',
    'postcode',
    'birthday',
    'birthdate',
    'dateofbirth',
  ],
  ...['ip', 'ipaddress', 'lat', 'latitude', 'lon', 'lng', 'longitude', 'gender', 'age'],
]);

/** Values that depend on the machine and the build, by name. */
const surroundings = new Set([
  ...[
    'useragent',
    'useragentdata',
    'screen',
    'viewport',
    'locale',
    'language',
    'languages',
    'timezone',
    'timezoneoffset',
  ],
  ...[
    'os',
    'browser',
    'browserversion',
    'device',
    'deviceid',
    'libraryversion',
    'appversion',
    'version',
    'sessionid',
  ],
  ...['retrycount', 'sentat', 'receivedat', 'instanceid', 'windowid', 'tabid', 'pageviewid', 'network'],
]);

const addresses = new Set(['url', 'href', 'referrer', 'referer', 'pageurl', 'currenturl', 'initialreferrer']);

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/i;
/** The format of a mask; a text that already has this format gets a leading backslash. */
const maskShape = /^\\*<[a-z]+(?:[:>]|$)/;

/** The location of a value. */
export interface Place {
  /** Name of its member; '' at the top. */
  key: string;
  /** Inside the object that describes the context of an event. */
  isContext: boolean;
  /** Inside traits, where `name` is a person's or a company's. */
  isTraits: boolean;
  /** A property or trait itself, not nested: there a plain `name` is most often a person's. */
  isOwn: boolean;
}

/** The mask for a text or number that differs by run, person or machine; null: it is compared unchanged. */
export function maskByMeaning(value: string | number, place: Place): string | null {
  const name = place.key.toLowerCase().replace(/[^a-z\d]/g, '');
  if (typeof value === 'string') {
    if (uuid.test(value)) return '<uuid>';
    if (isoTime.test(value)) return '<time>';
    if (isEmailAddress(value)) return '<email>';
    if (maskSecret(place.key, value) !== null) return `<${MASK}>`;
    if (addresses.has(name) && canParseUrl(value)) return `<url:${new URL(value).pathname}>`;
  }
  if (place.isContext && surroundings.has(name)) return toKindMask(value);
  return isPersonal(name, place) ? toKindMask(value) : null;
}

/** Names that begin with a person's role: `invitee_first_name`, `billingEmail`. */
const personalEnd = /(?:email|phone|firstname|lastname|fullname|surname|username)$/;

function isPersonal(name: string, {isTraits, isOwn}: Place): boolean {
  if (name === 'title') return isTraits;
  if (name === 'name') return isTraits || isOwn;
  return personal.has(name) || personalEnd.test(name);
}

/** A mask that keeps the type of the value, so that a different type is still a difference. */
export function toKindMask(value: unknown): string {
  if (value === null) return '<null>';
  if (Array.isArray(value)) return '<array>';
  if (typeof value === 'string') {
    if (value === '') return '<empty>';
    if (uuid.test(value)) return '<uuid>';
    return isoTime.test(value) ? '<time>' : '<text>';
  }
  return `<${typeof value}>`;
}

/** A text as written in a golden session, so that it cannot be mistaken for a mask. */
export function escapeText(text: string): string {
  return maskShape.test(text) ? `\\${text}` : text;
}
