/** Text as it stands in HTML. */
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
/** Data as it stands in a script of the page: nothing in it ends the script. */
const data = (value) => JSON.stringify(value).replace(/</g, "\\u003c");

const styles = `
:root{color-scheme:light dark}
body{max-width:42em;margin:2em auto;padding:0 1em;font:16px/1.5 Arial,sans-serif}
h1{font-size:1.5em}h2{font-size:1.15em;margin-top:1.8em}
li{margin:.6em 0}
button{font:inherit;padding:.4em 1em;border:1px solid #0b57d0;border-radius:1.2em;background:#0b57d0;color:#fff;cursor:pointer}
button.done{background:#146c2e;border-color:#146c2e}
code{font-size:.95em}
.kept{position:absolute;left:-9999px}
`;

/** Copies one file; where the browser has no clipboard for pages, by selecting the text in a field. */
const script = `
for (const button of document.querySelectorAll("button[data-file]")) {
  button.addEventListener("click", async () => {
    const text = files[button.dataset.file];
    let isCopied = true;
    try { await navigator.clipboard.writeText(text); } catch {
      const field = document.createElement("textarea");
      field.className = "kept";
      field.value = text;
      document.body.append(field);
      field.select();
      isCopied = document.execCommand("copy");
      field.remove();
    }
    document.getElementById("said").textContent = isCopied
      ? button.dataset.file + " is copied. Paste it now."
      : "This browser did not allow copying. Open files/" + button.dataset.file + " in a text editor and copy it there.";
    if (isCopied) { button.classList.add("done"); button.textContent = "Copied " + button.dataset.file; }
  });
}
`;

const copy = (file) => `<button type="button" data-file="${file}">Copy ${file}</button>`;

/**
 * The one-page guide: every step of pasting, with a button that copies each file. `files` holds the text of each by its name.
 */
export const releasePage = ({ version, files }) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Install Tributary ${escaped(version)}</title>
<meta name="viewport" content="width=device-width"><style>${styles}</style></head><body>
<h1>Install Tributary ${escaped(version)}</h1>
<p>Three files to paste, and one of settings. It takes about five minutes, in a computer's browser. You need to be an editor of the spreadsheet.
Sign in to <b>one Google account only</b> in this browser (or use a browser profile of its own): with several, Google often mixes them up and the sidebar's calls fail.</p>
<p>The same steps <b>update</b> a spreadsheet that has an older Tributary: paste over all four files. Your rows stay, and the first run brings the sheets up to date.</p>
<p role="status" id="said"><b></b></p>
<h2>Paste the script</h2>
<ol>
<li>Open your spreadsheet and choose <b>Extensions &gt; Apps Script</b>. An editor opens in a new tab. If there is already a script of your own in it, stop: this would replace it. Use a new spreadsheet, or ask who wrote it.</li>
<li>In the list <b>Files</b>, choose <b>Code.gs</b>. Select all of it (Ctrl+A, on a Mac ⌘A) and paste. ${copy("Code.js")}</li>
<li>Press <b>+</b> beside <b>Files</b>, choose <b>HTML</b> and name it <code>sidebar</code>. Select all and paste. ${copy("sidebar.html")}</li>
<li>Once more <b>+</b>, <b>HTML</b>, named <code>import</code>. Select all and paste. ${copy("import.html")}</li>
<li>Choose the gear, <b>Project settings</b>, and tick <b>Show "appsscript.json" manifest file in editor</b>. Back in the editor, choose <b>appsscript.json</b>, select all and paste. It says which rights the script may ask for, and no more. ${copy("appsscript.json")}</li>
<li>Save all files (Ctrl+S). Close the editor, and reload the spreadsheet.</li>
</ol>
<h2>Begin</h2>
<ol>
<li>After some seconds there is a menu <b>Tributary</b>. Choose <b>Open the sidebar</b>.</li>
<li>Google asks for your permission. It may say <b>Google hasn't verified this app</b>: that is because the script is yours and not published. Choose <b>Advanced</b>, then <b>Go to …</b>.</li>
<li>Allow what it lists: see and change <b>this spreadsheet</b>, show <b>pages beside it</b>, see <b>your e-mail address</b>, <b>run when you are not there</b>, and <b>send e-mail as you</b>. It has no right to any other file.</li>
<li>Choose <b>Open the sidebar</b> again, and press <b>Set up this spreadsheet</b>.</li>
</ol>
<h2>If something does not work</h2>
<ul>
<li><b>There is no menu.</b> Reload, and wait ten seconds. Are all four files saved? On a phone or tablet there is never one.</li>
<li><b>"Access blocked", or no Extensions &gt; Apps Script.</b> Your organisation's administrator has turned scripts off, or allows only apps on a list. Only they can change it.</li>
<li><b>The sidebar stays blank, or says that it has no permission.</b> You are signed in to more than one account. Use a browser profile with this account only.</li>
<li><b>It says that the files are of two releases.</b> One of the four was not pasted, or not saved.</li>
</ul>
<script>const files = ${data(files)};${script}</script>
</body></html>
`;
