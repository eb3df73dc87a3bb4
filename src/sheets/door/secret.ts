/** Texts that only this script knows; no older version of the sheets brings one back, and no copy has them. */
const store = () => PropertiesService.getScriptProperties();
/** How long two executions that make the same secret wait for each other, in milliseconds. */
const WAIT = 10_000;

const newSecret = (): string => (Utilities.getUuid() + Utilities.getUuid()).replace(/-/g, "");

/** The secret of that name, if it was ever made; reads one property. */
export const knownSecret = (name: string): string | null => store().getProperty(name);

/** The secret of that name, made when it is first asked for: once, since what another signed would be void. */
export function secretOf(name: string): string {
  const known = knownSecret(name);
  if (known !== null) return known;
  // Not the lock of runs, which may be held here already.
  const lock = LockService.getDocumentLock();
  lock.waitLock(WAIT);
  try {
    return knownSecret(name) ?? replaceSecret(name);
  } finally {
    lock.releaseLock();
  }
}

/** Makes another secret: everything that was signed with the former one is void. */
export function replaceSecret(name: string): string {
  const made = newSecret();
  store().setProperty(name, made);
  return made;
}

/** What only whoever knows the secret can write under a text: 43 letters, digits, "-" and "_" (HMAC-SHA256). */
export const signature = (text: string, secret: string): string =>
  Utilities.base64EncodeWebSafe(Utilities.computeHmacSha256Signature(text, secret)).replace(
    /=+$/,
    "",
  );
