import { useState } from "preact/hooks";
import { text } from "../format/text";
import { joinWithDots } from "../format/words";
import { Button } from "../parts/button";
import { WhenLoaded } from "../parts/when-loaded";
import { useLoad } from "../state/use-load";
import { UndoPanel } from "./undo-panel";

/** The latest imports, each of which can be undone while nothing of it is final (IMPORT-3). */
export function EarlierImports() {
  const loaded = useLoad("list-imports", {});
  const [undoing, setUndoing] = useState<string | undefined>(undefined);
  return (
    <WhenLoaded loaded={loaded} bars={1}>
      {({ imports }) =>
        imports.length > 0 && (
          <section>
            <h2>Earlier imports</h2>
            <ul class="card">
              {imports.map(({ formId, what, day, who, transactions, canUndo }) => (
                <li class="row line" key={formId}>
                  <div class="grow">
                    <p>{what}</p>
                    <p class="faint small">
                      {joinWithDots([
                        text.day(day),
                        who,
                        canUndo ? text.count(transactions, "row") : "undone",
                      ])}
                    </p>
                  </div>
                  {canUndo && (
                    <Button look="text" label={`Undo: ${what}`} onClick={() => setUndoing(formId)}>
                      Undo
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {undoing !== undefined && (
              <UndoPanel
                formId={undoing}
                onClose={() => setUndoing(undefined)}
                onDone={() => {
                  setUndoing(undefined);
                  loaded.reload();
                }}
              />
            )}
          </section>
        )
      }
    </WhenLoaded>
  );
}
