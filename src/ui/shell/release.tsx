import { Notice } from "../parts/notice";

/** This page's release, filled in by scripts/build-sidebar.mjs. */
declare const VERSION: string;

/** The release of this page. */
export const Version = () => <p class="faint small">Tributary {VERSION}</p>;

/** Says when Code.gs and this page are of two releases, since somebody pasted only one of them (INSTALL-2). */
export function MixedReleases() {
  const { script = "", screen } = document.getElementById("sidebar")?.dataset ?? {};
  if (script === VERSION) return null;
  const file = screen === "import" ? "import" : "sidebar";
  return (
    <Notice tone="error">
      <p>
        The files of this script are of two releases: Code is {script || "older"}, {file} is{" "}
        {VERSION}. Paste all files of one release (Extensions, Apps Script), then open this again.
      </p>
    </Notice>
  );
}
