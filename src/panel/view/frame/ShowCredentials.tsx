import {EyeIcon, EyeOffIcon} from '../icons';

interface ShowCredentialsProps {
  shown: boolean;
  onChange(shown: boolean): void;
}

/** Says that credentials below are masked, and shows them on request. */
export function ShowCredentials({shown, onChange}: ShowCredentialsProps) {
  return (
    <p class="quiet masked-note">
      {shown ? 'Credentials are shown.' : 'Credentials are masked.'}{' '}
      <button type="button" class="button button-small" onClick={() => onChange(!shown)}>
        {shown ? <EyeOffIcon /> : <EyeIcon />} {shown ? 'Mask credentials' : 'Show credentials'}
      </button>
    </p>
  );
}
