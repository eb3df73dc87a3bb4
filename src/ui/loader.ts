/** The sidebar's script, deflated and in base64 with "_" for "/"; filled in by scripts/build-sidebar.mjs. */
declare const PACKED: string;

/** Unpacks and starts the sidebar's script (docs/adr/0007). */
async function load(): Promise<void> {
  if (typeof DecompressionStream === "undefined") {
    const root = document.getElementById("sidebar");
    if (!root) return;
    root.textContent =
      "This sidebar needs a newer browser: Chrome or Edge 103, Firefox 113, Safari 16.4, or later.";
    return;
  }
  const bytes = Uint8Array.from(atob(PACKED.replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const script = document.createElement("script");
  script.textContent = await new Response(unpacked).text();
  document.body.append(script);
}

void load();
