import {useEffect, useState} from 'preact/hooks';
import {useStore} from '../store-context';

/** The shortcuts and filter words, whose code is loaded when somebody first asks for them. */
export function LazyHelp() {
  const {helping, notices} = useStore();
  const [help, setHelp] = useState<typeof import('./HelpDialog') | null>(null);
  const isMissing = helping.value && help === null;
  useEffect(() => {
    if (!isMissing) return;
    import('./HelpDialog').then(setHelp, (error: unknown) => {
      helping.value = false;
      notices.fail(error);
    });
  }, [isMissing, helping, notices]);
  if (!helping.value || help === null) return null;
  return <help.HelpDialog onClose={() => (helping.value = false)} />;
}
