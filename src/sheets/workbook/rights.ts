import { DomainError } from "../../engine/kernel/problem";

/** What the person may be asked to allow, one by one: its scope, what it lets the program do, and what for (REFUSAL-3). */
const rights = {
  spreadsheet: ["spreadsheets.currentonly", "see and change this spreadsheet", "all it does"],
  pages: ["script.container.ui", "show pages beside the sheet", "the sidebar"],
  email: ["userinfo.email", "see your e-mail address", "saying who did what"],
  clock: ["script.scriptapp", "run when you are not there", "the schedule"],
  mail: ["script.send_mail", "send e-mail as you", "mailing statements"],
} as const;

export type Right = keyof typeof rights;
const all = Object.keys(rights) as Right[];
const PREFIX = "https://www.googleapis.com/auth/";
const scopeOf = (right: Right): string => PREFIX + rights[right][0];

/** What Google's types lack. */
type Information = GoogleAppsScript.Script.AuthorizationInfo & {
  readonly getAuthorizedScopes?: () => readonly string[] | null;
};

/** Which of these rights the person has not granted; none where Google does not say which. */
function missingOf(wanted: readonly Right[]): readonly Right[] {
  const info: Information = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  if (String(info.getAuthorizationStatus()) !== "REQUIRED") return [];
  const granted = info.getAuthorizedScopes?.();
  return granted ? wanted.filter((right) => !granted.includes(scopeOf(right))) : [];
}

/** Each right, and whether the person has granted it. */
export function rightsGranted(): readonly (readonly [Right, boolean])[] {
  const missing = missingOf(all);
  return all.map((right) => [right, !missing.includes(right)]);
}

const sentenceOf = (missing: readonly Right[]): string =>
  [
    ...missing.map(
      (right) =>
        `Google does not let Tributary ${rights[right][1]}, which it needs for ${rights[right][2]}.`,
    ),
    "Choose “Grant missing permissions” in the menu Tributary, and tick it where Google asks.",
  ].join(" ");

/** Refuses where nobody is there to be asked, with what is missing and what it is for. */
export function needRights(...wanted: readonly Right[]): void {
  const missing = missingOf(wanted);
  if (missing.length > 0) throw new DomainError("RIGHT_MISSING", sentenceOf(missing));
}

/** Asks the person at the menu for what is missing; Google's question ends this execution. */
export function askForRights(...wanted: readonly Right[]): void {
  const missing = missingOf(wanted);
  if (missing.length === 0) return;
  console.warn(sentenceOf(missing));
  ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, missing.map(scopeOf));
  throw new DomainError("RIGHT_MISSING", sentenceOf(missing));
}

/** Asks for everything that the program may need one day, also what only some acts do. */
export const askForAllRights = (): void => askForRights(...all);

/** What a refusal of Google's says of rights, in words that tell what to do; undefined where it is of something else. */
export function rightsRefused(message: string): DomainError | undefined {
  const missing = all.filter((right) => message.includes(scopeOf(right)));
  return missing.length === 0 ? undefined : new DomainError("RIGHT_MISSING", sentenceOf(missing));
}
