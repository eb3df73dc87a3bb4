import { useEffect, useState } from "preact/hooks";
import { PlainField } from "../form/plain-field";
import { text } from "../format/text";
import { Panel } from "../parts/panel";
import { WhenLoaded } from "../parts/when-loaded";
import { useLoad } from "../state/use-load";

/** The text is only for copying; typing into it has no effect. */
const ignore = (): void => undefined;

/** All triggers as one file: to download, or to copy where downloads are blocked. */
export function ExportPanel({ onClose }: { readonly onClose: () => void }) {
  const loaded = useLoad("export-triggers", {});
  const [address, setAddress] = useState("");
  const file = loaded.output?.file;
  useEffect(() => {
    if (file === undefined) return undefined;
    const made = URL.createObjectURL(new Blob([file], { type: "application/json" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <Panel title="Export triggers" onClose={onClose}>
      <WhenLoaded loaded={loaded} bars={2}>
        {(output) => (
          <>
            {output.left.length > 0 && (
              <p>Left out because they can't be read: {output.left.join(", ")}.</p>
            )}
            <p>
              <a class="button action" href={address} download={output.fileName}>
                Download {text.count(output.count, "trigger")}
              </a>
            </p>
            <PlainField
              id="export-text"
              label="Or copy the file's text"
              rows={6}
              isCode
              value={output.file}
              onValue={ignore}
            />
          </>
        )}
      </WhenLoaded>
    </Panel>
  );
}
