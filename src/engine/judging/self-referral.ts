import { cellText, plainText } from "../kernel/cells";
import { cleanEmail } from "../kernel/email";
import { remembered } from "../kernel/remembered";
import type { Program } from "../program/program";
import type { Work } from "../program/work";
import type { Customer, Partner } from "../tables";
import { publicMailDomains } from "./public-mail-domains";

type Named = Pick<Partner, "key" | "email" | "paymentEmail" | "accountReference">;

/** The domain of a mailbox. */
export const domainOf = (mailbox: string): string => mailbox.slice(mailbox.lastIndexOf("@") + 1);

/** The mailbox behind an address: `A.nn+shop@googlemail.com` reaches `ann@gmail.com`. Only Gmail ignores dots. */
export function mailboxOf(email: string): string {
  // Signs at an end are a slip of the keyboard, and reach nobody else.
  const address = cleanEmail(email)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^["'“”‘’(,;.]+|["'“”‘’),;.]+$/g, "");
  const at = address.lastIndexOf("@");
  const [name = ""] = address.slice(0, at).split("+");
  const domain = address.slice(at + 1);
  return domain === "gmail.com" || domain === "googlemail.com"
    ? `${name.replace(/\./g, "")}@gmail.com`
    : `${name}@${domain}`;
}

/** An account without what people put between its signs; "" for what is too short to tell one from another. */
function accountOf(text: string): string {
  const account = plainText(text)
    .toUpperCase()
    .replace(/[\s./-]/g, "");
  return account.length >= 6 && /\d/.test(account) ? account : "";
}

const mailboxesOf = ({ email, paymentEmail }: Omit<Named, "key">): readonly string[] =>
  [email, paymentEmail].flatMap((each) => (each === null ? [] : mailboxOf(each)));

/** By what a partner is known: mailboxes, and the account that is paid. */
export function marksOf(partner: Omit<Named, "key">): readonly string[] {
  const account = accountOf(partner.accountReference ?? "");
  return [...mailboxesOf(partner), ...(account === "" ? [] : [account])];
}

/** Partners by each of their marks, calculated once a program: no run changes how a partner is paid. */
const known = new WeakMap<Program, ReadonlyMap<string, readonly Partner[]>>();
const partnersByMark = (work: Work<"partners">) =>
  remembered(known, work.program, () => {
    const byMark = new Map<string, Partner[]>();
    for (const partner of work.all("partners")) {
      for (const mark of marksOf(partner)) remembered(byMark, mark, () => []).push(partner);
    }
    return byMark;
  });

/**
 * Whether a customer may be the partner in disguise (JUDGE-15): the same mailbox as the partner's or as another partner's
 * who shares a mailbox or account with them; the same company domain, public mail domains apart; or the account that is
 * paid in a column of the team's own.
 */
export function isPossibleSelfReferral(
  work: Work<"partners">,
  partner: Named,
  customer: Pick<Customer, "email" | "extra"> | null,
): boolean {
  if (customer === null) return false;
  const theirs = customer.email === null ? "" : mailboxOf(customer.email);
  const domain = domainOf(theirs);
  if (domain !== "" && !publicMailDomains.has(domain)) {
    if (mailboxesOf(partner).some((mailbox) => domainOf(mailbox) === domain)) return true;
  }
  const accounts = Object.values(customer.extra).map((cell) => accountOf(cellText(cell)));
  const isTheirs = (mark: string) => mark === theirs || accounts.includes(mark);
  const byMark = partnersByMark(work);
  const alike: readonly Named[] = [
    partner,
    ...marksOf(partner).flatMap((mark) => byMark.get(mark) ?? []),
  ];
  return alike.some((each) => marksOf(each).some(isTheirs));
}
