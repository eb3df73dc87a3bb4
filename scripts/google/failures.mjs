/** What stops a command, as a sentence that says what to do. */
export class Failed extends Error {
  /** Whether a login would help. */
  isLogin = false;
}

const paste = "paste the release instead, which needs no login (docs/install/paste.md)";

/** What Google's APIs and clasp say, and what to do about it; the first that fits counts. */
const failures = [
  [
    /No credentials found|not logged in/i,
    "You are not logged in to Google here. Run “npm run login” in a terminal, then try again.",
    "login",
  ],
  [
    /admin_policy_enforced|administrator|domain policy|org_internal|policy_enforced/i,
    `Your organisation's administrator does not allow this. Ask them to allow clasp, the program that pushes scripts; or ${paste}.`,
  ],
  [
    /invalid_grant|invalid_rapt|refresh token|invalid credentials|invalid authentication|login required|UNAUTHENTICATED/i,
    "Google no longer accepts the login that is stored here. Run “npm run login” in a terminal, then try again.",
    "login",
  ],
  [
    /insufficient (authentication )?scope|insufficient permission/i,
    "The login that is stored here lacks a right. Run “npm run login”, and leave every box ticked where Google asks.",
  ],
  [
    /has not enabled the Apps Script API|API has not been used|accessNotConfigured/i,
    "The Apps Script API is off for your account. Switch it on at https://script.google.com/home/usersettings, wait a few minutes, and try again.",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|socket hang up|network/i,
    "No connection to Google. Check the network (and the proxy, if there is one), then try again.",
  ],
  [
    /Requested entity was not found|File not found|\bnot found\b/i,
    "Google knows no script with the id ID, or does not show it to this account. The id stands in the spreadsheet under Extensions > Apps Script > Project settings > Script ID; it is not the id in the spreadsheet's own address.",
  ],
  [
    /manifest|appsscript/i,
    "Google refuses the manifest (appsscript.json). Undo what was changed in it, or take the release's own, and try again.",
  ],
  [
    /Syntax ?error|ParseError/i,
    "Google can't read the script. Run “npm run build” again; if it stays so, report it with the words below.",
  ],
  [
    /quota|rate ?limit|too many|RESOURCE_EXHAUSTED|exhausted/i,
    "Google's limit is reached for now: of calls, or of new spreadsheets in a day. Try again later.",
  ],
  [
    /does not have permission|PERMISSION_DENIED|forbidden|access denied/i,
    "This account may not change the script ID. Ask the spreadsheet's owner to make you an editor, or log in as somebody who is one (“npm run login”).",
  ],
  [
    /invalid argument|INVALID_ARGUMENT|bad request/i,
    "Google refuses what was sent: most often the manifest (appsscript.json) has an entry that it does not know. Undo what was changed in it and try again.",
  ],
  [
    /internal error|backend error|unavailable|server error|status code 5\d\d/i,
    "Google itself had a fault. Nothing was changed, as far as it says. Try again in some minutes.",
  ],
];

/** The failure for what clasp wrote: its sentence, and clasp's own words below it. */
export const failureOf = (said, scriptId = "") => {
  const words = said.trim().replace(/\s*\n\s*/g, "\n");
  const known = failures.find(([pattern]) => pattern.test(words));
  const sentence = (known?.[1] ?? "Google or clasp refused, in the words below.").replace(
    / ID([,.])/,
    (_, sign) => (scriptId === "" ? sign : ` ${scriptId}${sign}`),
  );
  return Object.assign(new Failed(`${sentence}\n(clasp says: ${words})`), {
    isLogin: known?.[2] === "login",
  });
};
