import { faultsOfTargets } from "../invoices/files/refusals";
import { refuseMail } from "../kernel/email";
import { finding, type HealthCheck } from "./health-check";

/**
 * Payment e-mails and accounts to which no money can be sent (PAYOUT-8), and e-mails to which no statement can, where
 * partners are mailed (STATEMENT-10). The partner goes on earning.
 */
export const paymentTargets: HealthCheck = {
  label: "Unusable payment details",
  marks: true,
  find: (work) =>
    work.all("partners").flatMap((partner) => {
      const { key, email } = partner;
      const noMail = work.settings.mailPartners && email !== null ? refuseMail(email) : undefined;
      const targets = faultsOfTargets(partner).map(
        ([id, fault]) =>
          [id, `${fault} Correct it: until then payment files leave this partner out.`] as const,
      );
      const all = noMail ? [...targets, ["email", noMail] as const] : targets;
      return all.map(([id, said]) => ({
        ...finding("partners", key, id, said),
        id: `${key} ${id}`,
      }));
    }),
};
