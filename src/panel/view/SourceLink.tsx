import {type Source, showSource, toSourceLink} from '../../domain/verdict/source';

/** The document that a rule comes from; a link if it is public. */
export function SourceLink({source}: {source: Source}) {
  const url = toSourceLink(source);
  const text = showSource(source);
  return (
    <span class="issue-source">
      {url === null ? (
        text
      ) : (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      )}
    </span>
  );
}
