import {useLoadedOrTell} from '../frame/use-loaded';
import {useStore} from '../store-context';

const load = () => import('./HelpDialog');

/** The shortcuts and filter words, whose code is loaded on first use. */
export function LazyHelp() {
  const {helping, notices} = useStore();
  const close = () => {
    helping.value = false;
  };
  const giveUp = (error: unknown) => {
    close();
    notices.fail(error);
  };
  const help = useLoadedOrTell(load, giveUp, helping.value);
  return helping.value && help ? <help.HelpDialog onClose={close} /> : null;
}
