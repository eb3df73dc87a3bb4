import { plainText, quoted } from "./cells";

/**
 * An address without what certainly is not part of it: invisible characters, `mailto:`, and a name before
 * `<…>` (PAYOUT-8). Anything else stays, so that nothing is guessed.
 */
export function cleanEmail(text: string): string {
  const bare = plainText(text);
  const [, inAngles = bare] = /^[^<>@]*<([^<>]*)>$/.exec(bare) ?? [];
  return inAngles.replace(/^\s*mailto:/i, "").trim();
}

/** The e-mail address that a text is; undefined where it is none. */
export function emailIn(text: string): string | undefined {
  const email = cleanEmail(text);
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : undefined;
}

const LONGEST = 254;
const LONGEST_BEFORE_AT = 64;
const BEFORE_AT = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const DOMAIN = /^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+([a-z]{2,63}|xn--[a-z\d-]+)$/i;

/** Whether a mail or payment service takes this as one address. It must be in ASCII: look-alike letters name somebody else. */
export function isDeliverable(email: string): boolean {
  const at = email.lastIndexOf("@");
  const [name, domain] = [email.slice(0, at), email.slice(at + 1)];
  return (
    at > 0 &&
    email.length <= LONGEST &&
    name.length <= LONGEST_BEFORE_AT &&
    BEFORE_AT.test(name) &&
    DOMAIN.test(domain)
  );
}

/** Why no mail goes to what a partner's cell says, with what to do; undefined where it goes (STATEMENT-10). */
export function refuseMail(email: string | null): string | undefined {
  if (email === null) return "There is no e-mail address on Partners.";
  return isDeliverable(email)
    ? undefined
    : `${quoted(email)} is not an address that takes mail. Correct it on Partners.`;
}
