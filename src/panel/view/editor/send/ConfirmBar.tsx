import type {Confirmation} from '../../../store/replay/replay-confirmations';
import type {EditController} from '../controller/create-edit-controller';
import {ConfirmQuestion} from './ConfirmQuestion';
import {toProductionQuestion} from './to-production-question';

/** Asks for confirmation before an unusual request is sent. */
export function ConfirmBar({edit}: {edit: EditController}) {
  const asked = edit.asking.value;
  if (asked === null) return null;
  const close = () => {
    edit.stopAsking();
    edit.document.focus();
  };
  const question = asked.map((one) => toQuestion(one, edit)).join(' ');
  return <ConfirmQuestion question={question} onConfirm={edit.confirm} onCancel={close} />;
}

function toQuestion(asked: Confirmation, {tell}: EditController): string {
  return asked.kind === 'invalid-json' ? `${tell(asked.issue)} Send it anyway?` : toProductionQuestion(asked);
}
