import type {Severity} from '../../domain/verdict/issue';
import type {Verdict} from '../store/log/log-entry';
import {ErrorIcon, InfoIcon, OkIcon, UnknownIcon, WarningIcon} from './icons';

const faces = {
  error: {Icon: ErrorIcon, text: 'error'},
  warning: {Icon: WarningIcon, text: 'warning'},
  info: {Icon: InfoIcon, text: 'information'},
  unanswered: {Icon: UnknownIcon, text: 'no issues, no response'},
  ok: {Icon: OkIcon, text: 'no issues'},
  unknown: {Icon: UnknownIcon, text: 'not checked'},
} as const satisfies Record<Verdict | Severity, unknown>;

/** A verdict that can be read without colour: each has its own shape and a name. */
export function VerdictMark({verdict}: {verdict: Verdict | Severity}) {
  const {Icon, text} = faces[verdict];
  return (
    <span class="verdict" data-verdict={verdict}>
      <Icon />
      <span class="hidden">{text}</span>
    </span>
  );
}
