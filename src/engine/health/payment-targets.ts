import { faultsOfTargets } from "../invoices/files/refusals";
import { finding, type HealthCheck } from "./health-check";

/** Payment e-mails and accounts to which no money can be sent (PAYOUT-8). The partner goes on earning. */
export const paymentTargets: HealthCheck = {
  label: "Unusable payment details",
  marks: true,
  find: (work) =>
    work.all("partners").flatMap((partner) =>
      faultsOfTargets(partner).map(([id, fault]) => ({
        ...finding(
          "partners",
          partner.key,
          id,
          `${fault} Correct it: until then payment files leave this partner out.`,
        ),
        id: `${partner.key} ${id}`,
      })),
    ),
  repairs: {},
};
