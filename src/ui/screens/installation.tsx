import { useEffect, useState } from "preact/hooks";
import { PlainField } from "../form/plain-field";
import {
  costsText,
  probeWords,
  resultText,
  summaryOf,
  verdictWords,
  worstFirst,
} from "../installation/probe-words";
import { Button, IconButton } from "../parts/button";
import { copyFrom } from "../parts/copy-from";
import { Tag } from "../parts/tag";
import { WhenLoaded } from "../parts/when-loaded";
import { ScreenFrame } from "../shell/screen-frame";
import { call } from "../state/call";
import { useLoad } from "../state/use-load";

const TEXT = "check-text";
const textField = () => document.getElementById(TEXT) as HTMLTextAreaElement | null;

/** The text is only for copying; typing into it has no effect. */
const ignore = (): void => undefined;

/** Seconds that a call takes that does next to nothing: what each click costs at least. */
function useCallSeconds(isWanted: boolean): string {
  const [seconds, setSeconds] = useState("");
  useEffect(() => {
    if (!isWanted) return;
    const start = Date.now();
    void call("active-record", {}).then(() =>
      setSeconds(`${((Date.now() - start) / 1000).toFixed(1)} s`),
    );
  }, [isWanted]);
  return seconds;
}

/** What this spreadsheet and account do that no document settles, each with what to do (INSTALL-7). */
export function Installation() {
  const checked = useLoad("check-installation", {});
  const seconds = useCallSeconds(checked.output !== undefined);
  const page = [
    ["shortest call", seconds],
    ["unpacking in the sidebar", isPacked() ? "As expected" : "Not used: the page came unpacked"],
    ["browser", navigator.userAgent],
  ] as const;
  return (
    <ScreenFrame
      title="Check this installation"
      beside={
        <IconButton
          icon="reload"
          label="Check again"
          isOff={checked.isLoading}
          onClick={checked.reload}
        />
      }
    >
      <p class="faint">
        Tries out what only this spreadsheet can tell, on a hidden tab that it takes away again.
      </p>
      <WhenLoaded loaded={checked}>
        {(output) => (
          <>
            <section aria-labelledby="checks">
              <h2 id="checks">{summaryOf(output.probes)}</h2>
              <ul class="card">
                {worstFirst(output.probes).map(({ name, verdict, found }) => (
                  <li class="entry" key={name}>
                    <p>{probeWords[name].label}</p>
                    <p>
                      <Tag
                        label={verdictWords[verdict]}
                        tone={verdict === "expected" ? "good" : "warning"}
                      />{" "}
                      {verdict === "around" && <span class="small">{found}</span>}
                    </p>
                    {verdict === "stops" && <p>{probeWords[name].advice}</p>}
                  </li>
                ))}
              </ul>
            </section>
            <p>
              Measured: {costsText(output.costs)}; a call takes at least {seconds || "…"}.
            </p>
            <PlainField
              id={TEXT}
              label="The result as text, for a bug report"
              rows={8}
              isCode
              value={resultText(output, page)}
              onValue={ignore}
            />
            <div class="buttons">
              <Button onClick={() => copyFrom(textField())}>Copy the result</Button>
            </div>
          </>
        )}
      </WhenLoaded>
    </ScreenFrame>
  );
}

/** Whether this page's script came packed, and so has been unpacked by this browser. */
const isPacked = (): boolean => document.getElementById("sidebar")?.dataset.packed !== "no";
