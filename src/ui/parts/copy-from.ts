import { showToast } from "./toast";

/** Copies the text of a field; where the browser refuses, the text is selected and the keys are told. */
export function copyFrom(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  field?.select();
  // The frame may lack permission for the clipboard; this needs none.
  showToast(document.execCommand("copy") ? "Copied." : "Press Ctrl+C, or ⌘C, to copy.");
}
