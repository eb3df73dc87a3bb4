import { takenOver } from "../../edits/typed-over";
import { envOfForm, formIdInput, sentBefore } from "../../intake/form-id";
import { deriveTouched } from "../../invoices/derive-touched";
import { invoiceInReview } from "../../invoices/place";
import {
  amountField,
  currencyField,
  dayField,
  keyField,
  longTextField,
  monthField,
  wordField,
  yesNoField,
} from "../../kernel/fields";
import { type InputOf, input } from "../../kernel/input";
import type { Key } from "../../kernel/keys";
import { DomainError } from "../../kernel/problem";
import { refuseInput } from "../../kernel/refuse-input";
import { say } from "../../kernel/say";
import { manualReasons } from "../../kernel/vocabulary";
import type { Work } from "../../program/work";
import { grantReward } from "../../rewards/grant";
import { nearDuplicates } from "../../rewards/near-duplicates";
import type { Partner, Reward } from "../../tables";
import { chosen } from "../shared/chosen";
import { logAct } from "../shared/log-act";
import { mailHead } from "../shared/mail-head";
import { noteToPartner } from "../shared/note-to-partner";
import { refusePartnerMail } from "../shared/refuse-partner-mail";
import { rewardViews } from "../shared/reward-view";
import { showMoney } from "../shared/show-money";
import { rewardAct, useCase } from "../shared/use-case";

const MOST_SHOWN = 20;

const inputs = {
  partner: input("Partner", keyField, { required: true }),
  description: input("Description", longTextField, {
    required: true,
    hint: "Write it so that it is still clear in a year. The partner can see it.",
  }),
  amount: input("Amount", amountField, {
    required: true,
    hint: "Negative for a correction or clawback.",
  }),
  currency: input("Currency", currencyField, { hint: "Blank means the program's currency." }),
  customer: input("Customer", keyField, {
    hint: "Choose the customer if there is one: it shows later why this was paid.",
  }),
  reason: input("Reason", wordField(manualReasons)),
  earnedOn: input("Earned on", dayField, { hint: "Blank means today." }),
  invoiceMonth: input("Invoice", monthField, {
    hint: "A month whose invoice is in review. Blank means the next invoice.",
  }),
  mailPartner: input("Mail the partner", yesNoField, {
    hint: "Sent even if “mail partners” is no in Settings.",
  }),
  confirmed: input("Confirmed", yesNoField),
  formId: formIdInput,
};

/**
 * Makes a reward by hand; it fires no trigger and is never paid apart from an invoice (REWARD-13, REWARD-20). A
 * near-duplicate only warns, until `confirmed`. Throws PARTNER_UNKNOWN, PARTNER_IS_TEST, CUSTOMER_UNKNOWN,
 * CUSTOMER_NOT_OF_PARTNER, INVOICE_NOT_IN_REVIEW or FORM_SENT.
 */
export const createManualReward = useCase({
  name: "create-manual-reward",
  ...rewardAct,
  inputs,
  reads: [...takenOver, "partners", "customers"],
  decide: (work, given, world) => {
    const before = sentBefore(work, "rewards", sayingOf(given));
    const mailed = given.mailPartner === true;
    if (before) return createdOf(before, mailed, true);
    const env = envOfForm(world, given.formId);
    const partner = chosen(work, "partners", given.partner);
    if (partner.test) throw new DomainError("PARTNER_IS_TEST");
    checkCustomer(work, partner, given.customer);
    checkSign(given.amount, given.reason);
    const noMail = given.mailPartner ? refusePartnerMail(partner) : undefined;
    if (noMail !== undefined) refuseInput("mailPartner", noMail);
    const currency = given.currency ?? work.settings.programCurrency;
    const { amount, customer, description } = given;
    const earnedOn = given.earnedOn ?? env.today;
    const wanted = { partner: partner.key, customer, amount, currency, earnedOn };
    const duplicates = given.confirmed ? [] : nearDuplicates(work, wanted);
    if (duplicates.length > 0) {
      return {
        kind: "near-duplicate" as const,
        /** Rewards with the same partner, customer and amount within 30 days. Nothing was made. */
        duplicates: duplicates.slice(0, MOST_SHOWN).map(rewardViews(work)),
      };
    }
    const invoice = given.invoiceMonth
      ? invoiceInReview(work, given.invoiceMonth, currency, env.today).key
      : null;
    const key = env.newId("rew");
    const what = given.reason ?? "reward";
    const why = { by: "person", what, who: env.user, on: env.today } as const;
    const from = { source: "manual" } as const;
    grantReward(work, { ...wanted, key, description, from, invoice, why });
    deriveTouched(work);
    const reward = chosen(work, "rewards", key);
    logAct(work, env, {
      what: "Made a manual reward",
      name: partner.name,
      records: [key],
      to: say`${reward.status} ${{ amount: reward.amount, currency }} for ${partner.key}, ${invoice === null ? "next invoice" : { invoice }}`,
      why: given.reason === null ? description : `${given.reason}: ${description}`,
    });
    if (given.mailPartner) work.add(noteToPartner(mailHead(work, env, partner), partner, reward));
    return createdOf(reward, mailed, false);
  },
});

function createdOf(reward: Reward, mailed: boolean, wasThere: boolean) {
  const { key, invoice, estimatedPayment } = reward;
  return {
    kind: "created" as const,
    reward: key,
    amount: showMoney(reward),
    /** The invoice in review it stands on; null where it waits for the next opening. */
    invoice,
    estimatedPayment,
    mailed,
    /** The same form was sent before: the reward was there, and nothing was made. */
    wasThere,
  };
}

/** What the form says of its reward. */
const sayingOf = ({
  invoiceMonth,
  mailPartner,
  confirmed,
  reason,
  ...says
}: InputOf<typeof inputs>) => says;

function checkCustomer(work: Work<"customers">, partner: Partner, key: Key | null): void {
  if (key === null) return;
  if (chosen(work, "customers", key).partner !== partner.key) {
    throw new DomainError("CUSTOMER_NOT_OF_PARTNER");
  }
}

/** A clawback takes back, a bonus or a missed reward gives; a correction does either. */
function checkSign(amount: number, reason: (typeof manualReasons)[number] | null): void {
  if (amount === 0) refuseInput("amount", "The amount can't be 0.");
  if (reason === "clawback" && amount > 0) {
    refuseInput("amount", "A clawback takes money back: type the amount with a minus.");
  }
  if ((reason === "bonus" || reason === "missed reward") && amount < 0) {
    refuseInput(
      "amount",
      `A ${reason} is not negative. To take money back, choose correction or clawback.`,
    );
  }
}
