import type {ComponentChildren} from 'preact';

/** Drawn on a 16 × 16 grid in the colour of the surrounding text; decoration only, the name is next to the icon. */
function icon(shape: ComponentChildren) {
  return function Icon() {
    return (
      <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        {shape}
      </svg>
    );
  };
}

export const RecordIcon = icon(<circle cx="8" cy="8" r="5" fill="currentColor" />);
export const PausedIcon = icon(<circle cx="8" cy="8" r="4.5" class="line" />);
export const ClearIcon = icon(
  <path d="M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M4.1 4.1l7.8 7.8" class="line" />,
);
export const FilterIcon = icon(<path d="M2.5 4h11M4.5 8h7M6.5 12h3" class="line" />);
export const CloseIcon = icon(<path d="m4 4 8 8m0-8-8 8" class="line" />);
export const BackIcon = icon(<path d="M9.5 3.5 5 8l4.5 4.5" class="line" />);
export const ChevronIcon = icon(<path d="m6 4 4 4-4 4" class="line" />);
export const PinIcon = icon(<path d="M6 2.5h4M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5" class="line" />);
export const PinnedIcon = icon(
  <path d="M5.5 2h5v1h-.6v3.3L12 9.2v.8H8.6v3.6L8 14.4l-.6-.8V10H4v-.8l2.1-2.9V3h-.6z" fill="currentColor" />,
);
export const CopyIcon = icon(<path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" class="line" />);
export const HelpIcon = icon(
  <path
    d="M6 6.2a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1v.6M8 11.6v.2M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11"
    class="line"
  />,
);
export const NewIcon = icon(<path d="M8 3v10M3 8h10" class="line" />);
export const TimelineIcon = icon(<path d="M2.5 13.5h11M4 11V8M7 11V3.5M10 11V6M13 11V9" class="line" />);
export const SaveIcon = icon(<path d="M8 2.5v7.5M4.8 7 8 10.2 11.2 7M2.5 11.5v2h11v-2" class="line" />);
export const ImportIcon = icon(<path d="M8 2.5v6M5.5 6 8 8.5 10.5 6M5 2.5H2.5v11h11v-11H11" class="line" />);
export const RemoveIcon = icon(
  <path d="M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.5 9h6l.5-9M7 7v4M9 7v4" class="line" />,
);
export const EyeIcon = icon(
  <>
    <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" class="line" />
    <circle cx="8" cy="8" r="2" class="line" />
  </>,
);
export const EyeOffIcon = icon(
  <path
    d="M2 2l12 12M6.3 3.8A6 6 0 0 1 8 3.5c4 0 6.5 4.5 6.5 4.5a11 11 0 0 1-2 2.5M9.9 12.2A6 6 0 0 1 8 12.5C4 12.5 1.5 8 1.5 8a11 11 0 0 1 2.6-3"
    class="line"
  />,
);
export const SettingsIcon = icon(
  <path
    d="M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7M10.75 2.75a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5M5.25 9.75a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5"
    class="line"
  />,
);
export const ReplayIcon = icon(<path d="M3 3v4h4M3.3 6.7A5.2 5.2 0 1 1 3 9.5" class="line" />);
export const WorkerIcon = icon(
  <path
    d="M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4M8 2v2M8 12v2M2 8h2M12 8h2M3.8 3.8l1.4 1.4M10.8 10.8l1.4 1.4M12.2 3.8l-1.4 1.4M5.2 10.8l-1.4 1.4"
    class="line"
  />,
);
export const ErrorIcon = icon(
  <>
    <circle cx="8" cy="8" r="6" fill="currentColor" />
    <path d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6" class="cut" />
  </>,
);
export const WarningIcon = icon(
  <>
    <path d="M8 2 14.5 13.5h-13z" fill="currentColor" stroke="currentColor" stroke-linejoin="round" />
    <path d="M8 6.2v3.6M8 11.2v.9" class="cut" />
  </>,
);
export const OkIcon = icon(<path d="m3.5 8.5 3 3 6-7" class="line bold" />);
export const UnknownIcon = icon(
  <>
    <circle cx="8" cy="8" r="5.5" class="line" stroke-dasharray="2 1.6" />
    <path d="M6.6 6.6a1.5 1.5 0 1 1 2.2 1.3c-.6.3-.8.6-.8 1.2M8 10.8v.6" class="line" />
  </>,
);
export const UnseenIcon = icon(<circle cx="8" cy="8" r="5.5" class="line" stroke-dasharray="2.2 2.1" />);
export const CoverageIcon = icon(<path d="M2.5 4h6M2.5 8h4M2.5 12h6M10 8.2l1.6 1.6L14 6.6" class="line" />);
export const InfoIcon = icon(
  <>
    <circle cx="8" cy="8" r="5.5" class="line" />
    <path d="M8 7.3v3.6M8 4.9v.9" class="line" />
  </>,
);
