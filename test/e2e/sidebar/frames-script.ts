/**
 * The local page without its grid: the frames of the sidebar and of a dialog as the page's own server tells
 * them, and google.script.run handed on. So a sidebar stands within a few hundred milliseconds. It tells a frame how many
 * of its calls were made and are under way.
 */
export const framesScript = `
document.body.innerHTML = "<style>body{margin:0;display:flex;background:#888}iframe{border:0}#sidebar{width:300px;height:720px}#dialog{margin:20px;order:2}</style>";
const origin = "http://127.0.0.1:" + location.port;
const sandbox =
  "allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox";
const post = async (name, input) => {
  const response = await fetch("/api/" + name, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(input),
  });
  return response.json();
};
const show = (name, panel) => {
  const shown = document.getElementById(name);
  if (shown?.dataset.panel === panel?.id) return;
  shown?.remove();
  if (!panel) return;
  calls[name] = { made: 0, underWay: 0 };
  const frame = document.createElement("iframe");
  Object.assign(frame, { id: name, title: panel.title, src: origin + "/frame/" + panel.id });
  frame.setAttribute("sandbox", sandbox);
  frame.dataset.panel = panel.id;
  if (name === "dialog") frame.style.cssText = "width:" + panel.width + "px;height:" + panel.height + "px";
  document.body.append(frame);
};
let panels = {};
const calls = { sidebar: { made: 0, underWay: 0 }, dialog: { made: 0, underWay: 0 } };
new EventSource("/api/feed").onmessage = ({ data }) => {
  panels = JSON.parse(data);
  show("sidebar", panels.sidebar);
  show("dialog", panels.dialog);
};
addEventListener("message", async ({ source, origin: from, data }) => {
  if (from !== origin) return;
  const name = source === document.getElementById("dialog")?.contentWindow ? "dialog" : "sidebar";
  if (data.kind === "close") await post("close-panel", { id: panels[name].id });
  if (data.kind === "calls") source.postMessage({ ...data, calls: calls[name] }, origin);
  if (data.kind !== "run") return;
  const ofFrame = calls[name];
  ofFrame.made += 1;
  ofFrame.underWay += 1;
  const { id, functionName, args } = data;
  let reply;
  try {
    const answer = await post("run", { functionName, args });
    reply = answer.ok ? answer.output : { status: "failed", message: answer.message };
  } catch (thrown) {
    reply = { status: "failed", message: "NetworkError: Connection failure due to HTTP 0" };
  }
  source?.postMessage({ kind: "answer", id, reply }, origin);
  ofFrame.underWay -= 1;
});
`;
