import {isSecretHeader} from '../../../../../domain/secrets/secret-names';

export interface HeaderValueInputProps {
  /** Name of the header; a credential is hidden while it is typed. */
  header: string;
  label: string;
  value: string;
  /** Gets the focus when it appears. */
  focused?: boolean;
  onInput(value: string): void;
  onKeyDown?(event: KeyboardEvent): void;
  onBlur?(): void;
}

/** The value of a header. */
export function HeaderValueInput(props: HeaderValueInputProps) {
  const {header, label, value, focused = false, onInput, onKeyDown, onBlur} = props;
  const shared = {
    class: 'edit-header-input',
    'aria-label': label,
    placeholder: 'Value',
    autoComplete: 'off',
    value,
    ref: (input: HTMLInputElement | null) => {
      if (focused && document.activeElement !== input) input?.focus();
    },
    onInput: ({currentTarget}: {currentTarget: HTMLInputElement}) => onInput(currentTarget.value),
    ...(onKeyDown && {onKeyDown}),
    ...(onBlur && {onBlur}),
  } as const;
  return isSecretHeader(header) ? <input {...shared} type="password" /> : <input {...shared} type="text" />;
}
