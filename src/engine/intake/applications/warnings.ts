import { publicMailDomains } from "../../judging/public-mail-domains";
import { domainOf, mailboxOf, marksOf } from "../../judging/self-referral";
import { clip, quoted } from "../../kernel/cells";
import { codesIn, plainCode } from "../../kernel/codes";
import { refuseMail } from "../../kernel/email";
import { groupBy } from "../../kernel/group-by";
import type { Key } from "../../kernel/keys";
import type { Work } from "../../program/work";
import { codesOf } from "../../sales/codes";
import { isDisposable } from "./disposable-domains";
import { type FormAnswer, textOf } from "./read-answers";

/** Somebody who is here, as a warning names them. */
interface Known {
  readonly mark: string;
  /** The partner's key; "" for a customer. */
  readonly partner: Key;
  readonly who: string;
}
const FEW = 3;
const listed = (names: readonly string[]): string => {
  const each = [...new Set(names)];
  const more = each.length - FEW;
  return [...each.slice(0, FEW), ...(more > 0 ? [`${more} more`] : [])].join(", ");
};

/**
 * What a person should know of an answer before accepting it: who is here with this mailbox, account or company domain,
 * as the check of self-referrals compares them (JUDGE-15a), a throw-away address, a code that is taken.
 */
export function createWarnings(
  work: Work<"partners" | "customers">,
): (answer: FormAnswer, own?: Key) => readonly string[] {
  const known: Known[] = [];
  for (const partner of work.all("partners")) {
    const { key, name, status } = partner;
    const who = `the ${status === "archived" ? "archived " : ""}partner ${quoted(name ?? key)}`;
    for (const mark of marksOf(partner)) known.push({ mark, partner: key, who });
  }
  for (const { key, name, email } of work.all("customers")) {
    if (email)
      known.push({
        mark: mailboxOf(email),
        partner: "",
        who: `the customer ${quoted(name ?? key)}`,
      });
  }
  const byMark = groupBy(known, ({ mark }) => mark);
  const companies = known.filter(({ mark }) => mark.includes("@"));
  const byDomain = groupBy(companies, ({ mark }) => domainOf(mark));
  return (answer, own = "") => {
    // A partner's own row is nothing to warn of.
    const names = (list: readonly Known[] | undefined) =>
      (list ?? []).flatMap(({ partner, who }) => (partner !== "" && partner === own ? [] : who));
    const { email } = answer;
    const mailbox = email === "" ? "" : mailboxOf(email);
    const domain = domainOf(mailbox);
    const same = names(byMark.get(mailbox));
    const near = publicMailDomains.has(domain)
      ? []
      : names(byDomain.get(domain)).filter((who) => !same.includes(who));
    const paid = marksOf({
      email: null,
      paymentEmail: textOf(answer, "paymentEmail") || null,
      accountReference: textOf(answer, "accountReference") || null,
    }).filter((mark) => mark !== mailbox);
    const account = paid.flatMap((mark) => names(byMark.get(mark)));
    const taken = codesIn(textOf(answer, "code")).filter((code) =>
      codesOf(work.program)
        .get(plainCode(code))
        ?.partners.some((partner) => partner !== own),
    );
    const said = textOf(answer, "email");
    return [
      ...(email === "" || refuseMail(email)
        ? [said === "" ? "It has no e-mail address." : `${quoted(said)} can't receive mail.`]
        : []),
      ...(same.length > 0 ? [`This e-mail address belongs to ${listed(same)}.`] : []),
      ...(near.length > 0 ? [`Also at ${clip(domain)}: ${listed(near)}.`] : []),
      ...(account.length > 0 ? [`The payment account belongs to ${listed(account)}.`] : []),
      ...(isDisposable(domain) ? [`${clip(domain)} gives out throw-away addresses.`] : []),
      ...taken
        .map((code) => `The code ${quoted(code)} already belongs to a partner.`)
        .slice(0, FEW),
    ];
  };
}
