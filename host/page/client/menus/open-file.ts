import { tell } from "../state/call";

/** Lets the person choose a workbook, and opens it in the host. */
export function openFile(): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,.xlsx,.csv";
  input.onchange = async () => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const response = await fetch(`/api/open?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body: file,
    });
    if (!response.ok) tell("The file could not be opened", await response.text());
  };
  input.click();
}
