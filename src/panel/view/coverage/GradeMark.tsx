import type {Grade} from '../../../domain/plans/coverage/coverage-row';
import {ErrorIcon, OkIcon, UnknownIcon, UnseenIcon, WarningIcon} from '../icons';

const icons = {
  'never-right': ErrorIcon,
  'sometimes-wrong': WarningIcon,
  'never-seen': UnseenIcon,
  unplanned: UnknownIcon,
  'always-right': OkIcon,
} as const satisfies Record<Grade, unknown>;

/** Each grade has its own shape; its name is shown next to it. */
export function GradeMark({grade}: {grade: Grade}) {
  const Icon = icons[grade];
  return (
    <span class="grade" data-grade={grade}>
      <Icon />
    </span>
  );
}
