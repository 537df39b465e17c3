import type {ComponentChildren} from 'preact';
import {toErrorMessage} from '../../../domain/to-error-message';
import {Hint} from './Hint';
import {type Loaded, useLoaded} from './use-loaded';

interface LazyProps<Part> {
  /** As it is written in a sentence, such as “the editor”. */
  what: string;
  /** Must be the same function each time. */
  load(): Promise<Part>;
  children(part: Part): ComponentChildren;
}

/** A part of the panel that is loaded when it is first shown. */
export function Lazy<Part>({what, load, children}: LazyProps<Part>) {
  return (
    <WhenLoaded what={what} loaded={useLoaded(load)}>
      {children}
    </WhenLoaded>
  );
}

interface WhenLoadedProps<Part> {
  what: string;
  loaded: Loaded<Part>;
  children(part: Part): ComponentChildren;
}

/** The same for code that is already being loaded. */
export function WhenLoaded<Part>({what, loaded, children}: WhenLoadedProps<Part>) {
  switch (loaded.state) {
    case 'loading':
      return <Hint title={`Opening ${what}…`} text="It loads on first use." />;
    case 'failed':
      return (
        <Hint
          title={`Could not load ${what}`}
          text={`${toErrorMessage(loaded.error)}. If the extension was updated, close and reopen DevTools.`}
        />
      );
    case 'ready':
      return <>{children(loaded.part)}</>;
  }
}
