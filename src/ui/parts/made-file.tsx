import { useRef } from "preact/hooks";
import { Button } from "./button";
import { copyFrom } from "./copy-from";
import { Notice } from "./notice";

/** A CSV file that was made: to download, or to copy where downloads are blocked. */
export function MadeFile(props: {
  readonly file: { readonly name: string; readonly text: string };
  /** What is in it. */
  readonly about: string;
}) {
  const { file, about } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <Notice tone="good">
      <p>
        {about}:{" "}
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(file.text)}`}
          download={file.name}
        >
          {file.name}
        </a>
      </p>
      <textarea ref={area} readOnly rows={3} value={file.text} aria-label="The file's text" />
      <Button look="text" onClick={() => copyFrom(area.current)}>
        Copy
      </Button>
    </Notice>
  );
}
