import type { TypePart } from '@/lib/schemas/openapi/reading';

/** A type in words; names of schemas lead to what they are. */
export function TypeText({ type }: { type: readonly TypePart[] }) {
  return (
    <span className="font-mono text-xs break-words text-muted-foreground">
      {type.map((part, index) =>
        part.schema ? (
          <a key={index} href={`#schema-${part.schema}`} className="text-link hover:underline">
            {part.text}
          </a>
        ) : (
          <span key={index}>{part.text}</span>
        ),
      )}
    </span>
  );
}
