import {cutText} from '../../bytes/hidden-characters';
import {describeValue, quote} from '../describe-value';
import {countOf} from '../format-count';
import type {Describe} from './wording';

export const serverWords = {
  'server-rejected': ({
    status,
    said,
    isRetryable,
    errors,
    isExplained,
    isSuccess,
  }: {
    status: number;
    said: string | null;
    isRetryable: boolean;
    errors: number;
    isExplained: boolean;
    isSuccess: boolean;
  }) => {
    const answer = toAnswer(`${status}${isSuccess ? ' with success: false' : ''}`, said);
    const why = isRetryable
      ? 'A retry may help.'
      : errors > 0
        ? `${countOf(errors, 'error')} ${errors === 1 ? 'was' : 'were'} found here too.`
        : isExplained
          ? 'The likely reason is reported here too.'
          : 'The events were not recorded.';
    return {message: `${answer} ${why}`};
  },
  'server-failed': ({status, said}: {status: number; said: string | null}) => ({
    message: `${toAnswer(String(status), said)} The server caused this. A retry may help.`,
  }),
  'request-failed': ({error, status}: {error: string; status: number | null}) => ({
    message:
      status === null
        ? `The request failed before a response came: ${quote(error)}. The server may not have received it.`
        : `The server answered ${status}, but the response was cut off or blocked: ${quote(error)}. It does not say whether the events were recorded.`,
  }),
  'server-disagrees': ({status, errors}: {status: number; errors: number}) => ({
    message:
      errors === 0
        ? `The server rejected the request with ${status}, but the checks found no error. See its response for the reason.`
        : `The server accepted the request with ${status}, although ${countOf(errors, 'error')} ${errors === 1 ? 'was' : 'were'} found here. It may not record everything it accepts.`,
  }),
  'server-warning': ({warning, isKnown}: {warning: unknown; isKnown: boolean}) => ({
    message: `The server accepted the request with the warning ${quoteLong(toText(warning))}.${isKnown ? ' It is reported here too.' : ''}`,
  }),
} as const satisfies Record<string, Describe>;

function toAnswer(what: string, said: string | null): string {
  return `The server answered ${what}${said === null ? '' : `: ${quote(said)}`}.`;
}

function toText(warning: unknown): string {
  return typeof warning === 'string' ? warning : describeValue(warning);
}

function quoteLong(text: string): string {
  return JSON.stringify(cutText(text, 300));
}
