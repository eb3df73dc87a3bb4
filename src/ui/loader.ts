/** The page's script, deflated and in base64 with "_" for "/"; filled in by scripts/build-sidebar.mjs. */
declare const PACKED: string;

/** Says on the page what went wrong while it was loaded; a page that stands already is left as it is. */
function tell(sentence: string): void {
  const root = document.getElementById("sidebar");
  if (root && root.childElementCount === 0) root.textContent = sentence;
}

/** What to do about an error that ended the loading. */
const failed = (error: unknown): string =>
  `The sidebar could not start. Close it and open it again from the menu Tributary; if it stays so, paste all files of the release once more, or report this: ${String(error)} (${navigator.userAgent})`;

/** Unpacks the script (docs/adr/0007); undefined in a browser that can't. */
async function unpack(): Promise<string | undefined> {
  let stream: DecompressionStream;
  try {
    stream = new DecompressionStream("deflate-raw");
  } catch {
    return undefined;
  }
  const bytes = Uint8Array.from(atob(PACKED.replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(stream)).text();
}

/** Unpacks and starts the page's script. */
async function load(): Promise<void> {
  const text = await unpack();
  if (text === undefined) {
    tell(
      "This sidebar needs a newer browser: Chrome or Edge 103, Firefox 113, Safari 16.4, or later.",
    );
    return;
  }
  const script = document.createElement("script");
  script.textContent = text;
  document.body.append(script);
}

// An error of the script itself does not come back from append.
addEventListener("error", ({ message }) => tell(failed(message)));
load().catch((error: unknown) => tell(failed(error)));
